import { main } from './main.ts';
import { runInNodeHost } from './node-host.ts';
import { runInWebHost } from './web-host.ts';

// Both hosts, one after the other, with the same options: two editors at the same time would only be slower.
main('Node extension host', runInNodeHost).then(() => main('web extension host', runInWebHost));
