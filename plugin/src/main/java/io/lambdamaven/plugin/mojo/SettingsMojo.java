package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.stage.Block;
import io.lambdamaven.plugin.stage.Layers;
import io.lambdamaven.plugin.stage.RawSettings;
import io.lambdamaven.plugin.stage.Setting;
import java.io.File;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The settings of a stage as the pom gives them, and where the stage is. */
abstract class SettingsMojo extends ConnectionMojo {
    /** The stage to work on. <code>dev</code> is always there; others are elements of <code>stages</code>. */
    @Parameter(property = "lambda.stage", defaultValue = Layers.DEFAULT_STAGE)
    private String stage;

    /** <code>aws</code>, or <code>local</code> for the local Lambda. */
    @Parameter(property = "lambda.target")
    private @Nullable String target;

    /** The AWS Region; without it what the AWS SDK finds in environment and profile. */
    @Parameter(property = "lambda.region")
    private @Nullable String region;

    /** The function's name at Lambda; without it <code>artifactId-stage</code>. */
    @Parameter(property = "lambda.functionName")
    private @Nullable String functionName;

    /** The function's description. */
    @Parameter(property = "lambda.description")
    private @Nullable String description;

    /** Memory in MB, from 128. Default 512. */
    @Parameter(property = "lambda.memory")
    private @Nullable String memory;

    /** Timeout in seconds, from 1. Default 30. */
    @Parameter(property = "lambda.timeout")
    private @Nullable String timeout;

    /** Lambda's runtime, such as <code>java21</code>; without it the oldest that runs the class files. */
    @Parameter(property = "lambda.runtime")
    private @Nullable String runtime;

    /** <code>x86_64</code> (default) or <code>arm64</code>. */
    @Parameter(property = "lambda.architecture")
    private @Nullable String architecture;

    /** An existing role, by name or ARN, instead of one made for the function. */
    @Parameter(property = "lambda.role")
    private @Nullable String role;

    /** The ARN of a policy that bounds the role that is made. */
    @Parameter(property = "lambda.permissionsBoundary")
    private @Nullable String permissionsBoundary;

    /** What serves the HTTP routes: <code>api</code> (an HTTP API, default), <code>rest</code> (a REST API), <code>url</code> (a function URL), <code>alb</code> (an Application Load Balancer of yours) or <code>none</code>. */
    @Parameter(property = "lambda.http")
    private @Nullable String http;

    /**
     * What an HTTP API is besides its routes: <code>authorizers</code>, <code>authorizer</code>, <code>routes</code>,
     * <code>accessLog</code>, <code>throttling</code>, <code>detailedMetrics</code>,
     * <code>disableExecuteApiEndpoint</code> and <code>ipAddressType</code>. On the command line:
     * <code>-Dlambda.httpApi.throttling.rateLimit</code> and so on; <code>none</code> takes a part back.
     */
    @Parameter
    private @Nullable PlexusConfiguration httpApi;

    /**
     * What a REST API is besides its methods: <code>proxy</code>, <code>stage</code>, <code>authorizers</code>,
     * <code>authorizer</code>, <code>apiKeyRequired</code>, <code>routes</code>, <code>throttling</code>,
     * <code>detailedMetrics</code>, <code>logLevel</code>, <code>dataTrace</code>, <code>accessLog</code>,
     * <code>tracing</code>, <code>clientCertificateId</code>, <code>description</code>, <code>endpointType</code>,
     * <code>vpcEndpointIds</code>, <code>binaryMediaTypes</code>, <code>minimumCompressionSize</code>,
     * <code>policy</code>, <code>disableExecuteApiEndpoint</code>, <code>apiKeys</code> and <code>usagePlan</code>. On
     * the command line: <code>-Dlambda.rest.endpointType</code> and so on; <code>none</code> takes a part back.
     */
    @Parameter
    private @Nullable PlexusConfiguration rest;

    /**
     * The listener of an Application Load Balancer that the routes hang on: <code>listenerArn</code>,
     * <code>priority</code>, <code>hosts</code>, <code>paths</code>, <code>multiValueHeaders</code> and
     * <code>healthCheck</code>. On the command line: <code>-Dlambda.alb.listenerArn</code> and so on; <code>none</code>
     * takes a part back.
     */
    @Parameter
    private @Nullable PlexusConfiguration alb;

    /**
     * Which other sites' pages may call an HTTP API or function URL: <code>allowOrigins</code>, <code>allowMethods</code>,
     * <code>allowHeaders</code>, <code>exposeHeaders</code>, <code>maxAge</code> and <code>allowCredentials</code>. On the
     * command line: <code>-Dlambda.cors.allowOrigins</code> and so on; <code>none</code> takes it back.
     */
    @Parameter
    private @Nullable PlexusConfiguration cors;

    /**
     * What a function reads at its start, before a class of the project is made: <code>sources</code>, in order, of the forms
     * <code>s3://bucket/key</code>, <code>ssm:/parameter</code>, <code>ssm:/path/</code>, <code>secretsmanager:name</code>,
     * <code>appconfig:application/environment/profile</code> and <code>file:path</code> (local Lambda only);
     * <code>refresh</code>, the seconds after which they are read again; <code>kmsKey</code>, the ARN of the key they are
     * encrypted with. On the command line: <code>-Dlambda.remoteConfig.sources</code> and so on; <code>none</code> takes it
     * back.
     */
    @Parameter
    private @Nullable PlexusConfiguration remoteConfig;

    /** Who may call a function URL: <code>AWS_IAM</code> (default), or <code>NONE</code> for everybody. */
    @Parameter(property = "lambda.urlAuth")
    private @Nullable String urlAuth;

    /** Days that logs are kept, or <code>never</code> to keep them for ever. Default 30. */
    @Parameter(property = "lambda.logRetention")
    private @Nullable String logRetention;

    /**
     * A schedule, such as <code>rate(5 minutes)</code> or <code>cron(...)</code>, on which the function is called only to
     * stay loaded; <code>none</code>, <code>off</code> or nothing for no such schedule.
     */
    @Parameter(property = "lambda.keepWarm")
    private @Nullable String keepWarm;

    /** MB in <code>/tmp</code>, 512 (default) to 10240. */
    @Parameter(property = "lambda.ephemeralStorage")
    private @Nullable String ephemeralStorage;

    /** The ARN of the KMS key that encrypts the environment; <code>none</code> (default) for Lambda's own. */
    @Parameter(property = "lambda.kmsKey")
    private @Nullable String kmsKey;

    /** ARNs of up to five layer versions, joined by commas. */
    @Parameter(property = "lambda.layers")
    private @Nullable String layers;

    /** Ids of the subnets that the function reaches, joined by commas. */
    @Parameter(property = "lambda.vpcSubnets")
    private @Nullable String vpcSubnets;

    /** Ids of the function's security groups in its VPC, joined by commas. */
    @Parameter(property = "lambda.vpcSecurityGroups")
    private @Nullable String vpcSecurityGroups;

    /** <code>on</code> to reach IPv6 addresses from dual-stack subnets. Default <code>off</code>. */
    @Parameter(property = "lambda.vpcIpv6")
    private @Nullable String vpcIpv6;

    /** The ARN of an access point of EFS. */
    @Parameter(property = "lambda.fileSystem")
    private @Nullable String fileSystem;

    /** Where the function finds the file system: <code>/mnt/...</code>. */
    @Parameter(property = "lambda.fileSystemPath")
    private @Nullable String fileSystemPath;

    /** <code>on</code> for X-Ray to trace calls. Default <code>off</code>. */
    @Parameter(property = "lambda.tracing")
    private @Nullable String tracing;

    /** The log group's name; without it <code>/aws/lambda/</code> and the function's name. */
    @Parameter(property = "lambda.logGroup")
    private @Nullable String logGroup;

    /** <code>text</code> (default) or <code>json</code>. */
    @Parameter(property = "lambda.logFormat")
    private @Nullable String logFormat;

    /** From which level on the function's own lines are kept where the format is <code>json</code>. Default <code>info</code>. */
    @Parameter(property = "lambda.applicationLogLevel")
    private @Nullable String applicationLogLevel;

    /** From which level on Lambda's lines are kept where the format is <code>json</code>. Default <code>info</code>. */
    @Parameter(property = "lambda.systemLogLevel")
    private @Nullable String systemLogLevel;

    /** The ARN of a queue or topic for events that Lambda gave up. */
    @Parameter(property = "lambda.deadLetter")
    private @Nullable String deadLetter;

    /** The ARN of what hears of each asynchronous call's result: a queue, topic, function or bus. */
    @Parameter(property = "lambda.onSuccess")
    private @Nullable String onSuccess;

    /** The ARN of what hears of each asynchronous call that failed: a queue, topic, function, bus or bucket. */
    @Parameter(property = "lambda.onFailure")
    private @Nullable String onFailure;

    /** How often Lambda repeats an asynchronous call that failed, 0 to 2. */
    @Parameter(property = "lambda.maximumRetryAttempts")
    private @Nullable String maximumRetryAttempts;

    /** Seconds after which an asynchronous call is given up, 60 to 21600. */
    @Parameter(property = "lambda.maximumEventAge")
    private @Nullable String maximumEventAge;

    /** How many calls run at once at most, kept free for this function. */
    @Parameter(property = "lambda.reservedConcurrency")
    private @Nullable String reservedConcurrency;

    /** How many environments are kept started. */
    @Parameter(property = "lambda.provisionedConcurrency")
    private @Nullable String provisionedConcurrency;

    /** <code>on</code> to start from a snapshot of the initialised function. Default <code>off</code>. */
    @Parameter(property = "lambda.snapStart")
    private @Nullable String snapStart;

    /** <code>terminate</code> for Lambda to end calls that go round in a circle, <code>allow</code> to let them. */
    @Parameter(property = "lambda.recursiveLoop")
    private @Nullable String recursiveLoop;

    /** What chooses the route of a WebSocket message. Default <code>$request.body.action</code>. */
    @Parameter(property = "lambda.webSocketRouteSelection")
    private @Nullable String webSocketRouteSelection;

    /** The stage's name in the WebSocket API's URL; without it the name of <code>lambda.stage</code>. */
    @Parameter(property = "lambda.webSocketStage")
    private @Nullable String webSocketStage;

    /**
     * How many published versions of a function are kept, 2 to 1000: a deploy that publishes one deletes the oldest
     * beyond, but none that an alias points at. Without it all are kept.
     */
    @Parameter(property = "lambda.keepVersions")
    private @Nullable String keepVersions;

    /** <code>false</code> for a function that takes no commands. Default <code>true</code>. */
    @Parameter(property = "lambda.commands")
    private @Nullable String commands;

    /**
     * The public keys that scripts are verified with: an element for each, named by the key's id, with what
     * <code>lambda:script-keygen</code> prints. Without one the function takes no scripts. On the command line:
     * <code>-Dlambda.scriptKeys.ID</code>; <code>none</code> takes a key back.
     */
    @Parameter
    private @Nullable PlexusConfiguration scriptKeys;

    /**
     * A bucket in the function's Region: for jars over Lambda's limit for a direct upload, and for the applications of
     * functions with the layout <code>slim</code>. Made with <code>createMissing</code> when it does not exist.
     */
    @Parameter(property = "lambda.codeBucket")
    private @Nullable String codeBucket;

    /**
     * The name of a bucket of yours for arguments of tasks that are larger than a message may be, under
     * <code>tasks/</code>. Without it they are refused.
     */
    @Parameter(property = "lambda.taskBucket")
    private @Nullable String taskBucket;

    /**
     * Whether a queue, topic, bucket, table, stream or log group that a trigger names is made when it does not exist.
     * Default <code>false</code>.
     */
    @Parameter(property = "lambda.createMissing")
    private @Nullable String createMissing;

    /** Environment variables of the function. On the command line: <code>-Dlambda.environment.NAME</code>. */
    @Parameter
    private @Nullable Map<String, String> environment;

    /** Values of the <code>${placeholders}</code> in annotations. On the command line: <code>-Dlambda.placeholders.NAME</code>. */
    @Parameter
    private @Nullable Map<String, String> placeholders;

    /** Tags for everything that takes tags. On the command line: <code>-Dlambda.tags.NAME</code>. */
    @Parameter
    private @Nullable Map<String, String> tags;

    /** Settings of single functions, in an element with the name given in <code>@LambdaFunction</code>. */
    @Parameter
    private @Nullable PlexusConfiguration functions;

    /**
     * A file with the plugin's <code>configuration</code> element, used instead of the pom's: the settings and stages of a
     * jar that is deployed where there is no project.
     */
    @Parameter(property = "lambda.settings")
    private @Nullable File settings;

    /** Settings of single stages, in an element with the stage's name; <code>extends</code> in it names another stage. */
    @Parameter
    private @Nullable PlexusConfiguration stages;

    final String stage() {
        String said = commandLine().over("lambda.stage", stage);
        return said == null || said.isBlank() ? Layers.DEFAULT_STAGE : said;
    }

    final Layers layers() {
        return layers(saidOnCommandLine().build());
    }

    /** The same for goals that always act on the local Lambda. */
    final Layers localLayers() {
        return layers(saidOnCommandLine().set(Setting.TARGET, "local").build());
    }

    private Layers layers(RawSettings said) {
        if (settings == null) {
            return new Layers(pom(), PomSettings.stages(stages), said);
        }
        PlexusConfiguration file = SettingsFile.read(settings);
        return new Layers(
                PomSettings.configuration(file, settings.getName() + " "),
                PomSettings.stages(file.getChild(PomSettings.STAGES, false)),
                said);
    }

    private RawSettings pom() {
        RawSettings.Builder pom = RawSettings.from("<configuration>")
                .set(Setting.FUNCTION_NAME, functionName)
                .set(Setting.DESCRIPTION, description)
                .set(Setting.MEMORY, memory)
                .set(Setting.TIMEOUT, timeout)
                .set(Setting.RUNTIME, runtime)
                .set(Setting.ARCHITECTURE, architecture)
                .set(Setting.ROLE, role)
                .set(Setting.PERMISSIONS_BOUNDARY, permissionsBoundary)
                .set(Setting.HTTP, http)
                .set(Setting.URL_AUTH, urlAuth)
                .set(Setting.LOG_RETENTION, logRetention)
                .set(Setting.KEEP_WARM, keepWarm)
                .set(Setting.EPHEMERAL_STORAGE, ephemeralStorage)
                .set(Setting.KMS_KEY, kmsKey)
                .set(Setting.LAYERS, layers)
                .set(Setting.VPC_SUBNETS, vpcSubnets)
                .set(Setting.VPC_SECURITY_GROUPS, vpcSecurityGroups)
                .set(Setting.VPC_IPV6, vpcIpv6)
                .set(Setting.FILE_SYSTEM, fileSystem)
                .set(Setting.FILE_SYSTEM_PATH, fileSystemPath)
                .set(Setting.TRACING, tracing)
                .set(Setting.LOG_GROUP, logGroup)
                .set(Setting.LOG_FORMAT, logFormat)
                .set(Setting.APPLICATION_LOG_LEVEL, applicationLogLevel)
                .set(Setting.SYSTEM_LOG_LEVEL, systemLogLevel)
                .set(Setting.DEAD_LETTER, deadLetter)
                .set(Setting.ON_SUCCESS, onSuccess)
                .set(Setting.ON_FAILURE, onFailure)
                .set(Setting.MAXIMUM_RETRY_ATTEMPTS, maximumRetryAttempts)
                .set(Setting.MAXIMUM_EVENT_AGE, maximumEventAge)
                .set(Setting.RESERVED_CONCURRENCY, reservedConcurrency)
                .set(Setting.PROVISIONED_CONCURRENCY, provisionedConcurrency)
                .set(Setting.SNAP_START, snapStart)
                .set(Setting.RECURSIVE_LOOP, recursiveLoop)
                .set(Setting.WEB_SOCKET_ROUTE_SELECTION, webSocketRouteSelection)
                .set(Setting.WEB_SOCKET_STAGE, webSocketStage)
                .set(Setting.COMMANDS, commands)
                .set(Setting.KEEP_VERSIONS, keepVersions)
                .set(Setting.REGION, region)
                .set(Setting.TARGET, target)
                .set(Setting.CODE_BUCKET, codeBucket)
                .set(Setting.TASK_BUCKET, taskBucket)
                .set(Setting.CREATE_MISSING, createMissing)
                .environment(environment)
                .placeholders(placeholders)
                .tags(tags);
        PomSettings.block(rest, pom);
        PomSettings.block(alb, pom);
        PomSettings.block(cors, pom);
        PomSettings.block(httpApi, pom);
        PomSettings.block(scriptKeys, pom);
        PomSettings.block(remoteConfig, pom);
        connection(pom);
        PomSettings.functions(functions, "<configuration>", pom);
        return pom.build();
    }

    private RawSettings.Builder saidOnCommandLine() {
        CommandLine said = commandLine();
        RawSettings.Builder settings = RawSettings.from("the command line");
        for (Setting setting : Setting.values()) {
            settings.set(setting, said.get(setting.property()));
        }
        for (Block block : Block.values()) {
            settings.part(block.element(), said.get("lambda." + block.element()));
            said.startingWith("lambda." + block.element() + ".")
                    .forEach((path, value) -> settings.part(block.element() + "." + path, value));
        }
        return settings.environment(said.startingWith("lambda.environment."))
                .placeholders(said.startingWith("lambda.placeholders."))
                .tags(said.startingWith("lambda.tags."))
                .endpoints(said.startingWith("lambda.endpoint."));
    }
}
