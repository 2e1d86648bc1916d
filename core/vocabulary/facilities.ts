/**
 * Promises of the product itself that an article may rest on. `proof` is the test file or daily probe that shows it;
 * a promise without proof covers nothing (coverage reports its article as "nothing yet").
 */
export type Facility = { readonly name: string; readonly proof?: string };

export const facilities: Readonly<Record<string, Facility>> = {
  'site-resources': { name: '子网站使用同一套程序、模板和主机资源' },
  'shared-hosting': { name: '子网站由本局的网络和服务器承载' },
  'faq-from-letters': { name: '常见的来信转为常见问题' },
  'cross-browser': { name: '公开页面在各种浏览器中可用' },
  'fast-pages': { name: '公开页面打开快' },
  'no-public-admin': { name: '后台入口不在公开网站上出现' },
};
