#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

await serve(() => {
	const { port, dir } = parseArgs({ options: { port: { type: 'string' }, dir: { type: 'string' } } }).values;
	// biome-ignore lint/style/noProcessEnv: an option stands above the setting of the same port
	if (port !== undefined) process.env.REDIS_EMBEDDED_PORT = port;
	const config = readConfig();
	return dir === undefined ? config : { ...config, dir };
});
