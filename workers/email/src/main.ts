import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startEmail } from './start-email.ts';

await runService('email', (logger) => startEmail(readConfig(), logger));
