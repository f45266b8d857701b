/** An MQTT broker in this process, which may go away and come back, and those who publish to it. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync, type MqttClient } from 'mqtt';
import { Server as Hallboard } from '../../server.spec-kit.js';

export class Broker {
  private readonly sockets = new Set<Socket>();
  private readonly publishers: MqttClient[] = [];
  private door: Server;
  port = 0;

  private constructor(readonly aedes: Aedes) {
    this.door = this.newDoor();
  }

  static async open(port = 0): Promise<Broker> {
    const broker = new Broker(await Aedes.createBroker());
    await broker.listen(port);
    return broker;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`;
  }

  private newDoor(): Server {
    return createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      this.aedes.handle(socket);
    });
  }

  private async listen(port: number): Promise<void> {
    this.door = this.newDoor();
    this.door.listen(port, '127.0.0.1');
    await once(this.door, 'listening');
    this.port = (this.door.address() as AddressInfo).port;
  }

  /** Gone as a broker that is killed; what it had accepted it still has when it comes back. */
  async stop(): Promise<void> {
    const closed = new Promise((fulfil) => this.door.close(fulfil));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  back(): Promise<void> {
    return this.listen(this.port);
  }

  /** Fulfils when somebody has subscribed. */
  async subscribed(): Promise<void> {
    await once(this.aedes, 'subscribe');
  }

  /** A server of one hall, `a`, that has subscribed here. */
  async hearer(): Promise<Hallboard> {
    const subscribed = this.subscribed();
    const server = await Hallboard.start({ mqttUrl: this.url });
    await server.makeHall('a');
    await subscribed;
    return server;
  }

  /** Publishes again whatever the broker did not acknowledge, as a device that must lose nothing does. */
  async publisher(clientId: string): Promise<MqttClient> {
    const client = await connectAsync(this.url, { clientId, clean: false, reconnectPeriod: 20 });
    client.on('error', () => undefined); // the broker is away
    this.publishers.push(client);
    return client;
  }

  async end(): Promise<void> {
    await Promise.all(this.publishers.map((publisher) => publisher.endAsync(true)));
    await this.stop();
    await new Promise<void>((fulfil) => this.aedes.close(() => fulfil()));
  }
}
