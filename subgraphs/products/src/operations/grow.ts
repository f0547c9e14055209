import { parseArgs } from 'node:util';
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { filesDir } from '@infinite-blob/config/setting';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import { ImageIntake } from '../image-intake.ts';
import { Lanes } from '../lanes.ts';
import { ProductIndex } from '../product-index.ts';
import { ProductRepository } from '../product-repository.ts';
import { renewDocuments } from '../renew-documents.ts';
import { ownSeed, seedCatalogue } from '../seed-catalogue.ts';
import { growCatalogue } from './grow-catalogue.ts';

// Adds synthetic artworks to a shop: node grow.ts --products 100000 --seed 1
const { values } = parseArgs({
	options: { products: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const config = readOperationSettings({ FILES_DIR: filesDir });
await using open = new AsyncDisposableStack();
const redis = open.adopt(await connectRedis(config.REDIS_URL, 'products-operations'), disconnect);
const documents = open.use(await connectDocuments(config.REDIS_URL, 'products-operations'));
const products = new ProductRepository(redis, open.use(new Transactions(redis)), Date.now);
const lanes = open.use(new Lanes(4, 64));
const images = new ImageIntake(diskStore(config.FILES_DIR), lanes);
await new ProductIndex(documents).prepare();
await renewDocuments(redis, products);
await seedCatalogue(redis, products, images, ownSeed);
const growth = { seed: Number(values.seed), size: Number(values.products), now: Date.now() };
await growCatalogue(redis, products, images, ownSeed, growth);
