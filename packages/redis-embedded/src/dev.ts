import { loadEnvironment } from '@infinite-blob/config/settings';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';

if (loadEnvironment().REDIS_URL)
	console.log('REDIS_URL is set: using that Redis instead of the embedded one');
else await serve(readConfig);
