package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * One AWS resource as it should be, or as it is. The same types describe both; in what was observed, null means that
 * the endpoint did not tell.
 */
public sealed interface Resource
        permits AlarmAction,
                Alias,
                BucketEvents,
                CodeObject,
                BucketNotification,
                CommitTrigger,
                ConfigRule,
                ConfigurationTag,
                EventInvokeConfig,
                EventRule,
                EventSourceMapping,
                FunctionUrl,
                HttpApi,
                HttpAuthorizer,
                HttpRoute,
                HttpStage,
                IotRule,
                LambdaFunction,
                LexHook,
                ListenerRule,
                LogGroup,
                LogSubscription,
                Permission,
                ProvisionedConcurrency,
                ReceiptRule,
                RecursionConfig,
                ReservedConcurrency,
                RestApi,
                RestStage,
                Role,
                Schedule,
                ScheduleRule,
                SecretRotation,
                SnsSubscription,
                Source,
                TargetGroup,
                UsagePlan,
                UserPoolHooks,
                Version,
                WebSocketApi,
                WebSocketRoute {
    /** Kind and whole name. */
    ResourceId id();

    /** What is compared and printed, sorted by name. An attribute that is left out is unknown, not different. */
    SortedMap<String, String> attributes();

    /** What has to be there before this one; removal goes the other way. */
    List<ResourceId> dependsOn();

    /** Attributes for which an absent value says "none" instead of "the endpoint did not tell". */
    default Set<String> noneWhenAbsent() {
        return Set.of();
    }

    /** Attributes that AWS takes when the resource is made and never again. A difference is told, and left. */
    default Set<String> onlyWhenNew() {
        return Set.of();
    }
}
