import path from 'node:path';
import { reachableHost } from './reachable-host.ts';
import type { ServiceDefinition } from './services.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { waitForHealth, waitForPort } from './wait-until-ready.ts';

export interface ShopOptions {
	root: string;
	host: string;
	environment: Record<string, string | undefined>;
	onDeath: (name: string, how: string, pauseMs: number) => void;
}

/** The shop's processes. */
export class Shop {
	readonly #options: ShopOptions;
	readonly #processes: SupervisedProcess[] = [];
	#stopped: Promise<void> | undefined;

	constructor(options: ShopOptions) {
		this.#options = options;
	}

	/**
	 * Starts services side by side and waits until all of them are ready.
	 *
	 * @throws when one of them ends before
	 */
	async start(definitions: ServiceDefinition[]): Promise<void> {
		const { root, environment, onDeath } = this.#options;
		if (this.#stopped) return;
		const starting = definitions.map((definition) => {
			const process = new SupervisedProcess({
				name: definition.name,
				entry: path.join(root, definition.entry),
				environment,
				flags: definition.flags,
				onDeath,
			});
			this.#processes.push(process);
			return { definition, process };
		});
		const waiting = new AbortController();
		try {
			await Promise.all(
				starting.map(async ({ definition, process }) => {
					await Promise.race([this.#ready(definition, waiting.signal), process.failed]);
					process.markUp();
				}),
			);
		} finally {
			waiting.abort();
		}
	}

	/** Ends all processes together, Redis after them, within five seconds. */
	stop(): Promise<void> {
		this.#stopped ??= this.#stopAll();
		return this.#stopped;
	}

	async #stopAll(): Promise<void> {
		// Redis ends last: the others finish their work with it.
		const [first, ...others] = this.#processes;
		const redis = first?.name === 'redis' ? first : undefined;
		await Promise.all((redis ? others : this.#processes).map((process) => process.stop()));
		await redis?.stop();
	}

	#ready({ port, health }: ServiceDefinition, signal: AbortSignal): Promise<void> {
		const { host, environment } = this.#options;
		const number = Number(environment[port[0]]);
		return health
			? waitForHealth(`http://${reachableHost(host)}:${number}${health}`, signal)
			: waitForPort(number, host, signal);
	}
}
