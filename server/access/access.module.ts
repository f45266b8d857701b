import { type DynamicModule, Module } from '@nestjs/common';
import { Access } from './access.js';
import { PeopleController } from './people.controller.js';
import { SessionController } from './session.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SetUpController } from './setup.controller.js';

/** Makes one opened `Access` known to every module, and opens the doors for logging in and for the first set-up. */
@Module({})
export class AccessModule {
  static forAccess(access: Access): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [SessionController, SessionsController, SetUpController, PeopleController],
      providers: [{ provide: Access, useValue: access }],
      exports: [Access],
    };
  }
}
