package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Resource;
import java.time.Duration;
import java.util.List;

/** One of each: what knows how to read and change the resources of one type. */
final class Kinds {
    final FunctionReader functions;
    final RoleResource role;
    final LogGroupResource logGroup;
    final FunctionResource function;
    final VersionResource version;
    final AliasResource alias;
    final ConfigurationTagResource tag;
    final FunctionUrlResource url;
    final PermissionResource permission;
    final HttpApiResource httpApi;
    final HttpRouteResource route;
    final BucketNotificationResource notification;
    final EventSourceMappingResource mapping;
    final ScheduleRuleResource rule;

    Kinds(AwsClients clients, AwsSettings settings, Arns arns) {
        Known known = new Known();
        Waits waits = new Waits(clients.lambda, Duration.ofMinutes(10));
        functions = new FunctionReader(clients.lambda, arns, known);
        role = new RoleResource(clients.iam);
        logGroup = new LogGroupResource(clients.logs, arns);
        function = new FunctionResource(clients.lambda, arns, waits, new CodeUpload(clients.s3, settings));
        version = new VersionResource(clients.lambda, known, waits);
        alias = new AliasResource(clients.lambda, known, new Probe(clients.lambda, settings.probe()));
        tag = new ConfigurationTagResource(clients.lambda, arns);
        url = new FunctionUrlResource(clients.lambda);
        permission = new PermissionResource(clients.lambda, known);
        httpApi = new HttpApiResource(clients, arns, known);
        route = new HttpRouteResource(clients.api, known);
        notification = new BucketNotificationResource(clients.s3, arns, permission);
        mapping = new EventSourceMappingResource(clients.lambda, arns, known, settings.emulated());
        rule = new ScheduleRuleResource(clients.events, arns);
    }

    void execute(Change change, Desired desired) {
        if (change instanceof Change.Create create) {
            execute(create.desired(), new Create(desired));
        } else if (change instanceof Change.Update update) {
            execute(update.desired(), new Update(update.observed(), update.attributes(), desired));
        } else if (change instanceof Change.Delete delete) {
            execute(delete.observed(), new Delete(desired));
        }
        // What is kept or left is not touched.
    }

    private interface Step {
        <R extends Resource> void apply(Kind<R> kind, Class<R> type, R resource);
    }

    private record Create(Desired desired) implements Step {
        @Override
        public <R extends Resource> void apply(Kind<R> kind, Class<R> type, R resource) {
            kind.create(resource, desired);
        }
    }

    private record Update(Resource there, List<Change.AttributeChange> changes, Desired desired) implements Step {
        @Override
        public <R extends Resource> void apply(Kind<R> kind, Class<R> type, R resource) {
            kind.update(type.cast(there), resource, changes, desired);
        }
    }

    private record Delete(Desired desired) implements Step {
        @Override
        public <R extends Resource> void apply(Kind<R> kind, Class<R> type, R resource) {
            kind.delete(resource, desired);
        }
    }

    private void execute(Resource resource, Step step) {
        if (resource instanceof Resource.Role it) {
            step.apply(role, Resource.Role.class, it);
        } else if (resource instanceof Resource.LogGroup it) {
            step.apply(logGroup, Resource.LogGroup.class, it);
        } else if (resource instanceof Resource.LambdaFunction it) {
            step.apply(function, Resource.LambdaFunction.class, it);
        } else if (resource instanceof Resource.Version it) {
            step.apply(version, Resource.Version.class, it);
        } else if (resource instanceof Resource.Alias it) {
            step.apply(alias, Resource.Alias.class, it);
        } else if (resource instanceof Resource.ConfigurationTag it) {
            step.apply(tag, Resource.ConfigurationTag.class, it);
        } else if (resource instanceof Resource.FunctionUrl it) {
            step.apply(url, Resource.FunctionUrl.class, it);
        } else if (resource instanceof Resource.HttpApi it) {
            step.apply(httpApi, Resource.HttpApi.class, it);
        } else if (resource instanceof Resource.Permission it) {
            step.apply(permission, Resource.Permission.class, it);
        } else if (resource instanceof Resource.HttpRoute it) {
            step.apply(route, Resource.HttpRoute.class, it);
        } else if (resource instanceof Resource.BucketNotification it) {
            step.apply(notification, Resource.BucketNotification.class, it);
        } else if (resource instanceof Resource.EventSourceMapping it) {
            step.apply(mapping, Resource.EventSourceMapping.class, it);
        } else if (resource instanceof Resource.ScheduleRule it) {
            step.apply(rule, Resource.ScheduleRule.class, it);
        }
    }
}
