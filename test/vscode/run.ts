import { main } from './main.ts';
import { runInNodeHost } from './node-host.ts';
import { runInWebHost } from './web-host.ts';

// Both hosts, one after the other, with the same options: two editors at once would only slow each other down.
main('Node extension host', runInNodeHost).then(() => main('web extension host', runInWebHost));
