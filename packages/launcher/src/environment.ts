import type { ChosenPorts } from './choose-ports.ts';
import { reachableHost } from './reachable-host.ts';

/** Where the shop's parts reach each other and its users reach it, as settings for every process. */
export function serviceEnvironment(
	given: Record<string, string | undefined>,
	{ ports }: ChosenPorts,
	host: string,
): Record<string, string | undefined> {
	const reachable = reachableHost(host);
	const url = (setting: string) => `http://${reachable}:${ports[setting]}`;
	const environment: Record<string, string | undefined> = {
		LOG_LEVEL: 'warn',
		LOG_FORMAT: process.stdout.isTTY ? 'pretty' : 'json',
		REDIS_URL: `redis://${reachable}:${ports.REDIS_EMBEDDED_PORT}`,
		SMTP_URL: `smtp://${reachable}:${ports.MAIL_SMTP_PORT}`,
		PRODUCTS_URL: url('PRODUCTS_PORT'),
		CART_URL: url('CART_PORT'),
		ORDERS_URL: url('ORDERS_PORT'),
		ADS_URL: url('ADS_PORT'),
		RECOMMENDATIONS_URL: url('RECOMMENDATIONS_PORT'),
		PAYMENT_URL: url('PAYMENT_PORT'),
		GATEWAY_URL: url('GATEWAY_PORT'),
		PUBLIC_GATEWAY_URL: `http://localhost:${ports.GATEWAY_PORT}`,
		PUBLIC_STOREFRONT_URL: `http://localhost:${ports.STOREFRONT_PORT}`,
	};
	for (const [name, value] of Object.entries(given)) if (value) environment[name] = value;
	for (const [name, port] of Object.entries(ports)) environment[name] = String(port);
	return environment;
}
