/** Whether the server takes work: `starting` while it folds its halls, `ready`, and `draining` once it was told to stop. */
export class Readiness {
  state: 'starting' | 'ready' | 'draining' = 'starting';
  /** Whether what comes can be stored. */
  storing: () => boolean = () => true;
}
