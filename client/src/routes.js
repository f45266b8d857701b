export const routes = [
    { path: '', pathMatch: 'full', loadComponent: async () => (await import('./home/home')).Home },
    { path: 'wall', pathMatch: 'full', loadComponent: async () => (await import('./city/city')).City },
    { path: 'wall/:hallId', loadComponent: async () => (await import('./wall/wall')).Wall },
    { path: 'admin', pathMatch: 'full', loadComponent: async () => (await import('./admin/admin')).Admin },
    { path: 'admin/:hallId', pathMatch: 'full', redirectTo: 'admin/:hallId/basic' },
    {
        path: 'admin/:hallId/:section',
        loadComponent: async () => (await import('./admin/hall-admin')).HallAdmin,
        runGuardsAndResolvers: (from, to) => from.params['hallId'] !== to.params['hallId'], // from section to section nothing is lost
        canDeactivate: [(page) => page.mayLeave()],
    },
    { path: 'setup', loadComponent: async () => (await import('./setup/setup')).Setup },
    { path: '**', redirectTo: '' },
];
//# sourceMappingURL=routes.js.map