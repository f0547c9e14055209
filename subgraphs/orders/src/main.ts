import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startOrders } from './start-orders.ts';

await runService('orders', (logger) => startOrders(readConfig(), logger));
