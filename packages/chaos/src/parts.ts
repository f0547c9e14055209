import {
	embeddedRedis,
	furtherPorts,
	mailCatcher,
	type ServiceDefinition,
	services,
} from '@infinite-blob/launcher/services';

/** One process of the shop: a service, or one replica of a worker. */
export interface Part {
	/** The service's name, with the replica's number where there are several. */
	name: string;
	service: string;
	entry: string;
	health: string | undefined;
	replica: number;
	/** The setting by which the service is told its port. */
	portSetting: string;
	/** The name of its port among those that are chosen: the setting's, but for further replicas. */
	port: string;
}

const workers = ['payment', 'invoice', 'email'];
// Orders are placed through the API: the shop's pages have no part in what is tried here.
const leftOut = ['storefront'];

export const redis = partOf(embeddedRedis);
export const mail = partOf(mailCatcher);

/** Every process but Redis, which is there before the others. */
export function partsOf(replicas: number): Part[] {
	const own = services.filter(({ name }) => !leftOut.includes(name));
	return [
		mail,
		...own.flatMap((service) => replicasOf(service, workers.includes(service.name) ? replicas : 1)),
	];
}

/** The name of every port that the parts and their Redis need. */
export function settingsOf(parts: Part[]): string[] {
	return [
		redis.port,
		...parts.map(({ port }) => port),
		...furtherPorts.map(([setting]) => setting),
		'STOREFRONT_PORT',
	];
}

function replicasOf(service: ServiceDefinition, count: number): Part[] {
	const part = partOf(service);
	if (count === 1) return [part];
	return Array.from({ length: count }, (_, index) => {
		const replica = index + 1;
		const port = replica === 1 ? part.port : `${part.port}_${replica}`;
		return { ...part, name: `${part.name}-${replica}`, replica, port };
	});
}

function partOf({ name, entry, health, port: [port] }: ServiceDefinition): Part {
	return { name, service: name, entry, health, replica: 1, portSetting: port, port };
}
