import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startCart } from './start-cart.ts';

await runService('cart', (logger) => startCart(readConfig(), logger));
