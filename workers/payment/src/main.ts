import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startPayment } from './start-payment.ts';

await runService('payment', (logger) => startPayment(readConfig(), logger));
