import { sitemapXml } from '#lib/seo/sitemap-xml.ts';
import { settings } from '#lib/server/config.ts';
import { xmlAnswer } from '#lib/server/machine-answer.ts';
import { catalogueSize } from '#lib/server/whole-catalogue.ts';
import type { RequestHandler } from './$types';

const pages = ['/', '/search', '/contact', '/privacy', '/terms'];

export const GET: RequestHandler = () =>
	xmlAnswer(async () => {
		const { tagFacets } = await catalogueSize.get();
		const themes = tagFacets.map(({ tag }) => `/search?${new URLSearchParams({ tag })}`);
		return sitemapXml(settings().PUBLIC_STOREFRONT_URL, [...pages, ...themes]);
	});
