import * as z from 'zod';
import { ScreenStatus } from '../messages/messages.js';
/** A screen as it last spoke of itself, and how it came: who, from where, whether it is here now. */
export const ScreenEntry = z.object({
    ...ScreenStatus.shape,
    connected: z.boolean(),
    connectedAt: z.number(),
    lastSeenAt: z.number(),
    /** The name of its key or user; `public` for nobody known. */
    who: z.string(),
    address: z.string(),
});
/** `GET /api/v1/halls/{hallId}/screens`; `at`: the server's clock; `build`: what a screen that is up to date says. */
export const Screens = z.object({ at: z.number(), build: z.string(), screens: z.array(ScreenEntry) });
//# sourceMappingURL=screens.js.map