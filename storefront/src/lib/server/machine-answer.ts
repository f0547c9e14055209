import { GatewayError } from './gateway-client.ts';

const headers = { 'cache-control': 'public, max-age=600' };

/** A sitemap, or word to come again while the catalogue is away. */
export async function xmlAnswer(make: () => Promise<string | null>): Promise<Response> {
	try {
		const xml = await make();
		if (xml === null) return new Response('There is no such sitemap.\n', { status: 404 });
		return new Response(xml, { headers: { ...headers, 'content-type': 'application/xml; charset=utf-8' } });
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
		return new Response('The catalogue is away.\n', { status: 503, headers: { 'retry-after': '60' } });
	}
}
