package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;

/** A function URL, with the two permissions that it needs since October 2025. */
final class UrlFront {
    private static final String LIVE = DerivedNames.LIVE;

    private final FunctionSettings settings;
    private final Whereabouts where;

    UrlFront(FunctionSettings settings, Whereabouts where) {
        this.settings = settings;
        this.where = where;
    }

    List<Resource> resources() {
        String name = settings.functionName();
        String auth = settings.urlAuth().name();
        String principal = settings.urlAuth() == UrlAuth.NONE ? "*" : where.account();
        return List.of(
                new FunctionUrl(name, LIVE, auth, settings.httpApi().cors()),
                new Permission(
                        name,
                        LIVE,
                        DerivedNames.URL_STATEMENT,
                        "lambda:InvokeFunctionUrl",
                        principal,
                        null,
                        null,
                        auth,
                        null,
                        List.of()),
                new Permission(
                        name,
                        LIVE,
                        DerivedNames.URL_INVOKE_STATEMENT,
                        "lambda:InvokeFunction",
                        principal,
                        null,
                        null,
                        null,
                        true,
                        List.of()));
    }
}
