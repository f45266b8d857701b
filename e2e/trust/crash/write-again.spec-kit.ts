/** A planted bug, preloaded under the server: a journal that, where the disk failed, writes once more and believes what it hears then. */
import type { Appended, Post } from '../../../server/journal/journal.js';
import { Store } from '../../../server/journal/store.js';

const append = Object.getOwnPropertyDescriptor(Store.prototype, 'append')!.value as (this: Store, posts: Post[]) => Appended[];

Store.prototype.append = function (posts: Post[]): Appended[] {
  try {
    return append.call(this, posts);
  } catch {
    return append.call(this, posts);
  }
};
