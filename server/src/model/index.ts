export * from './config.ts';
export * from './encoding.ts';
export * from './read.ts';
export * from './source.ts';
export * from './verdict.ts';
export * from './version.ts';
export * from './white-space.ts';
