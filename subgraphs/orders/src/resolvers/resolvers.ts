import type { Resolvers } from '../schema.generated.ts';
import { commandResolvers } from './commands.ts';
import { createDownload } from './create-download.ts';
import { orderResolvers } from './order.ts';
import { queryResolvers } from './queries.ts';
import { subscriptionResolvers } from './subscription.ts';

export const resolvers: Resolvers = {
	...orderResolvers,
	Query: queryResolvers,
	Mutation: { ...commandResolvers, createDownload },
	Subscription: subscriptionResolvers,
};
