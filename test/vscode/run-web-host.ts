import { main } from './main.ts';
import { runInWebHost } from './web-host.ts';

main('web extension host', runInWebHost);
