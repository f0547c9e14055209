import type { GraphQLDataSource } from '@apollo/gateway';
import type { ReadinessCheck } from '@infinite-blob/service/health';
import type { Connections } from './federated-gateway.ts';
import { type SubgraphAddress, subgraphAddress } from './subgraph-addresses.ts';
import { SubgraphDataSource, type SubgraphOptions } from './subgraph-data-source.ts';
import type { Supergraph } from './supergraph.ts';

interface SubgraphsOptions extends Pick<SubgraphOptions, 'timeoutMs' | 'logger' | 'observe'> {
	/** The addresses that replace the supergraph's, by subgraph. */
	urls: Record<string, string | undefined>;
	/** The subgraphs that live in the gateway. */
	local: Record<string, GraphQLDataSource>;
	/** Puts something between the gateway and a subgraph. */
	wrap?: (subgraph: string, source: GraphQLDataSource) => GraphQLDataSource;
}

/** The subgraphs in force, each with what asks it; those that a reload leaves where they are keep their connections. */
export class Subgraphs implements AsyncDisposable {
	readonly #options: SubgraphsOptions;
	/** By address, those of former supergraphs as well: what began with one ends with it. An idle one holds nothing. */
	readonly #sources = new Map<string, { source: SubgraphDataSource; wrapped: GraphQLDataSource }>();
	readonly #current = new Map<string, { address: SubgraphAddress; source: SubgraphDataSource }>();

	constructor(options: SubgraphsOptions) {
		this.#options = options;
	}

	connect({ subgraphs }: Supergraph): Connections {
		const { urls, local } = this.#options;
		const dataSources: Record<string, GraphQLDataSource> = { ...local };
		const addresses = new Map<string, string>();
		this.#current.clear();
		for (const { name, url } of subgraphs) {
			if (name in local) continue;
			const address = subgraphAddress(name, url, urls);
			const { source, wrapped } = this.#sourceAt(name, address.graphql);
			this.#current.set(name, { address, source });
			addresses.set(name, address.graphql);
			dataSources[name] = wrapped;
		}
		return { dataSources, addressOf: (name) => addresses.get(name) ?? '' };
	}

	/** Where a subgraph serves what is not GraphQL. */
	baseOf(name: string): string {
		const found = this.#current.get(name);
		if (!found) throw new Error(`The supergraph has no subgraph "${name}".`);
		return found.address.base;
	}

	/** What `/health/ready` asks: every subgraph of the supergraph in force. */
	checks(): Record<string, ReadinessCheck> {
		return Object.fromEntries(
			Array.from(this.#current, ([name, { source }]) => [name, () => source.checkReady()]),
		);
	}

	#sourceAt(name: string, url: string) {
		const { timeoutMs, logger, observe, wrap = (_, source) => source } = this.#options;
		const key = `${name} ${url}`;
		let found = this.#sources.get(key);
		if (!found) {
			const options = { name, url, timeoutMs, logger, ...(observe ? { observe } : {}) };
			const source = new SubgraphDataSource(options);
			found = { source, wrapped: wrap(name, source as GraphQLDataSource) };
			this.#sources.set(key, found);
		}
		return found;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(Array.from(this.#sources.values(), ({ source }) => source[Symbol.asyncDispose]()));
	}
}
