#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

await serve(() => {
	const { values } = parseArgs({ options: { port: { type: 'string' }, dir: { type: 'string' } } });
	const { port: given, dir } = values;
	const config = readConfig({ ...process.env, ...(given !== undefined && { REDIS_EMBEDDED_PORT: given }) });
	return dir === undefined ? config : { ...config, dir };
});
