#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

const options = {
	port: { type: 'string' },
	dir: { type: 'string' },
	maxmemory: { type: 'string' },
	help: { type: 'boolean' },
} as const;
const usage = `npx redis-embedded [options]

  --port N            where it listens, on 127.0.0.1 (6390); 0 takes a free port
  --dir FOLDER        where the data is kept (.data/redis)
  --maxmemory SIZE    writes are refused above it, such as 500mb (0: what V8 can take)`;

await serve(() => {
	const { dir, help, ...settings } = parseArgs({ options }).values;
	if (help) {
		console.log(usage);
		process.exit();
	}
	for (const [option, value] of Object.entries(settings)) {
		// biome-ignore lint/style/noProcessEnv: an option stands above the setting of the same name
		process.env[`REDIS_EMBEDDED_${option.toUpperCase()}`] = value;
	}
	const config = readConfig();
	return dir === undefined ? config : { ...config, dir };
});
