import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startProducts } from './start-products.ts';

await runService('products', (logger) => startProducts(readConfig(), logger));
