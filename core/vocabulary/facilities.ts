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
  'no-public-admin': { name: '后台入口不在公开网站上出现', proof: 'edge/strangers.test.ts' },
  'site-tree': { name: '各单位的网站和单位一样成一棵树，合起来是一个门户' },
  'document-sharing': { name: '栏目里可以放文件和应用入口，供各单位共用' },
  'two-sites': { name: '内网和外网各有一个网站' },
  'two-zones': { name: '公开网站和内部网络分开，可以完全断开，用介质传递' },
  'own-accounts': { name: '各人用自己的账号，没有共用的口令' },
  'personal-data-in-reach': { name: '用户的资料只有经办的人看得到，系统管理人员也不例外' },
  'one-counter': { name: '主站和子网站用同一个访问计数' },
  'structured-records': { name: '机构、事项、指南等按固定的栏目录入，存在主站的数据库里' },
  'one-window': { name: '各单位的网上办事在一处受理、一处反馈' },
  'domain-names': { name: '子网站的域名按单位的字头统一分配' },
  'server-set-date': { name: '发布日期由系统记，谁也不能改' },
};
