import { main } from './main.ts';
import { runInNodeHost } from './node-host.ts';

main('Node extension host', runInNodeHost);
