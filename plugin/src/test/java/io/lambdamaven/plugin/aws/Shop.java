package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.plan.resource.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The desired state of a small shop with one trigger of each kind, to be varied. */
final class Shop {
    static final String NAME = "shop-dev";
    static final String PROJECT = "com.example:shop";
    static final String BUCKET = "shop-bucket";
    static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:shop-queue";
    static final String ROLE = NAME + "-eu-west-1";
    private static final String ACCOUNT = "123456789012";

    final Path jar;
    String stage = "dev";
    String name = NAME;
    int memory = 512;
    int timeout = 20;
    String description = "";
    int retention = 14;
    String action = "logs:PutLogEvents";
    int batchSize = 10;
    boolean mappingEnabled = true;
    Integer maximumConcurrency;
    String rate = "rate(5 minutes)";
    String prefix = "incoming/";
    boolean api = true;
    boolean url;
    boolean s3 = true;
    boolean sqs = true;
    boolean schedule = true;
    String keepWarm;
    boolean ops = true;
    List<String> routes = List.of("GET /orders/{id}", "POST /orders");
    List<String> notifications = List.of("0a0a0a0a");
    final Map<String, String> environment = new TreeMap<>(Map.of("LOG", "info"));
    final Map<String, String> moreTags = new HashMap<>();

    Shop(Path folder) throws IOException {
        jar = folder.resolve("shop.jar");
        code("one");
    }

    void code(String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("content");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Nothing wanted any more. */
    Desired nothing() {
        return new Desired(PROJECT, stage, List.of(name), List.of(), null);
    }

    Desired desired() {
        Map<String, String> tags = new TreeMap<>(moreTags);
        tags.put(Desired.PROJECT_TAG, PROJECT);
        tags.put(Desired.STAGE_TAG, stage);
        String role = name + "-eu-west-1";
        String group = "/aws/lambda/" + name;
        String sha = Base64.getEncoder().encodeToString(sha256(bytes()));
        List<Resource> all = new ArrayList<>();
        all.add(new Role(
                role,
                "{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}",
                "{\"Statement\":[{\"Action\":[\"" + action
                        + "\"],\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:logs:eu-west-1:123456789012:log-group:"
                        + group + ":*\"]}],\"Version\":\"2012-10-17\"}",
                null,
                tags));
        all.add(new LogGroup(group, retention, tags));
        LambdaFunction function = new LambdaFunction(
                name,
                description,
                "java17",
                "x86_64",
                "com.example.LambdaHandler",
                role,
                memory,
                timeout,
                environment,
                group,
                sha,
                tags);
        all.add(function);
        String digest = digest(function);
        List<String> aliases = ops ? List.of("live", "ops") : List.of("live");
        all.add(new Version(name, sha, digest));
        aliases.forEach(alias -> all.add(new Alias(name, alias, sha, digest)));
        all.add(new ConfigurationTag(name, digest, aliases));
        if (api) {
            api(all, tags);
        }
        if (url) {
            url(all);
        }
        if (s3) {
            notifications.forEach(id -> s3(all, id));
        }
        if (sqs) {
            all.add(new EventSourceMapping(
                    name, "live", QUEUE, batchSize, 0, maximumConcurrency, true, mappingEnabled, tags));
        }
        if (schedule) {
            rule(all, tags, "0b0b0b0b", rate);
        }
        if (keepWarm != null) {
            rule(all, tags, DerivedNames.KEEP_WARM, keepWarm);
        }
        return new Desired(PROJECT, stage, List.of(name), all, jar);
    }

    private void api(List<Resource> all, Map<String, String> tags) {
        HttpApi http = new HttpApi(name, name, "live", tags);
        Permission permission = permission(
                DerivedNames.HTTP_API_STATEMENT,
                "apigateway.amazonaws.com",
                "arn:aws:execute-api:eu-west-1:123456789012:" + HttpApi.idToken(name) + "/*/*",
                List.of(http.id()));
        all.add(http);
        all.add(permission);
        all.add(new HttpStage(name, null, HttpStage.RouteSettings.USUAL, new TreeMap<>(), null, Map.of()));
        routes.forEach(key -> all.add(new HttpRoute(name, key, permission.id())));
    }

    private void url(List<Resource> all) {
        all.add(new FunctionUrl(name, "live", "AWS_IAM"));
        all.add(new Permission(
                name,
                "live",
                DerivedNames.URL_STATEMENT,
                "lambda:InvokeFunctionUrl",
                ACCOUNT,
                null,
                null,
                "AWS_IAM",
                null,
                List.of()));
        all.add(new Permission(
                name,
                "live",
                DerivedNames.URL_INVOKE_STATEMENT,
                "lambda:InvokeFunction",
                ACCOUNT,
                null,
                null,
                null,
                true,
                List.of()));
    }

    private void s3(List<Resource> all, String id) {
        Permission permission =
                permission(DerivedNames.s3Statement(id), "s3.amazonaws.com", "arn:aws:s3:::" + BUCKET, List.of());
        all.add(permission);
        all.add(new BucketNotification(
                BUCKET,
                DerivedNames.notification(name, id),
                name,
                "live",
                List.of("s3:ObjectCreated:*"),
                id.equals("0a0a0a0a") ? prefix : "other-" + id + "/",
                ".csv",
                permission.id()));
    }

    private void rule(List<Resource> all, Map<String, String> tags, String id, String expression) {
        String rule = DerivedNames.scheduleRule(name, id);
        Permission permission = permission(
                DerivedNames.scheduleStatement(id),
                "events.amazonaws.com",
                "arn:aws:events:eu-west-1:123456789012:rule/" + rule,
                List.of());
        all.add(permission);
        all.add(new ScheduleRule(rule, expression, "nightly", true, name, "live", permission.id(), tags));
    }

    private Permission permission(String statement, String principal, String sourceArn, List<ResourceId> after) {
        return new Permission(
                name, "live", statement, "lambda:InvokeFunction", principal, sourceArn, ACCOUNT, null, null, after);
    }

    private static String digest(LambdaFunction function) {
        TreeMap<String, String> configuration = new TreeMap<>(function.attributes());
        configuration.keySet().removeIf(key -> key.equals("codeSha256") || key.startsWith("tags."));
        return HexFormat.of()
                .formatHex(sha256(configuration.toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
