import { expect, it } from 'vitest';
import { sitemapIndexXml, sitemapXml } from './sitemap-xml.ts';

const site = 'https://shop.example';

it('lists whole addresses', () => {
	const xml = sitemapXml(site, ['/', '/products/moon-night']);
	expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://shop.example/</loc></url>
<url><loc>https://shop.example/products/moon-night</loc></url>
</urlset>
`);
});

it('lets no address break the document', () => {
	const xml = sitemapXml(site, ['/search?tag=a&b="<c>\'']);
	expect(xml).toContain('<loc>https://shop.example/search?tag=a&amp;b=&quot;&lt;c&gt;&apos;</loc>');
});

it('names its parts', () => {
	expect(sitemapIndexXml(site, ['/sitemap/pages.xml'])).toContain(
		'<sitemap><loc>https://shop.example/sitemap/pages.xml</loc></sitemap>',
	);
});
