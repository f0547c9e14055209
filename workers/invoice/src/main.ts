import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startInvoice } from './start-invoice.ts';

await runService('invoice', (logger) => startInvoice(readConfig(), logger));
