#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

const options = { port: { type: 'string' }, dir: { type: 'string' }, maxmemory: { type: 'string' } } as const;

await serve(() => {
	const { dir, ...settings } = parseArgs({ options }).values;
	for (const [option, value] of Object.entries(settings)) {
		// biome-ignore lint/style/noProcessEnv: an option stands above the setting of the same name
		process.env[`REDIS_EMBEDDED_${option.toUpperCase()}`] = value;
	}
	const config = readConfig();
	return dir === undefined ? config : { ...config, dir };
});
