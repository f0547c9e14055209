// `npm run bench`: what the shop costs, started as `npm start` starts it, everything on this machine, load included.
import { availableParallelism } from 'node:os';
import { startShop } from '@infinite-blob/e2e/start-shop';
import { ms, printCosts } from './cost-table.ts';
import { costPerRequest, usage } from './process-cost.ts';
import { productPages } from './product-page.ts';
import { singleOrders } from './single-orders.ts';

const connections = 20;
const seconds = 10;

await using shop = await startShop();
console.log(`${availableParallelism()} cores, Node ${process.version}, load generator on the same machine`);
console.log(`open after ${(shop.startedInMs / 1000).toFixed(1)} s`);

await singleOrders(shop.gatewayUrl, 10);
const orders = await singleOrders(shop.gatewayUrl, 50);
console.log(`\nOrder placed → COMPLETED at a subscriber, one at a time, ${orders.count} orders`);
console.log(`  p50 ${ms(orders.p50)}   p99 ${ms(orders.p99)}`);

await productPages(shop.gatewayUrl, connections, 3);
const before = usage(shop.dataDir);
const pages = await productPages(shop.gatewayUrl, connections, seconds);
const costs = costPerRequest(before, usage(shop.dataDir), pages.requests);
console.log(
	`\nProduct page query through the gateway, ${connections} connections, ${seconds} s, artworks at random`,
);
console.log(`  ${pages.rps.toFixed(0)} requests/s   p50 ${ms(pages.p50)}   p99 ${ms(pages.p99)}`);
printCosts(costs, 'request');
