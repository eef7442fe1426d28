package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Forms.Part;
import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may come in: user pools, authorizers, SFTP logins. */
final class Access {
    /** What {@code triggerSource} has before the underscore. */
    private static final Map<String, String> COGNITO_SOURCES = Map.ofEntries(
            Map.entry("PRE_SIGN_UP", "PreSignUp"),
            Map.entry("POST_CONFIRMATION", "PostConfirmation"),
            Map.entry("PRE_AUTHENTICATION", "PreAuthentication"),
            Map.entry("POST_AUTHENTICATION", "PostAuthentication"),
            Map.entry("DEFINE_AUTH_CHALLENGE", "DefineAuthChallenge"),
            Map.entry("CREATE_AUTH_CHALLENGE", "CreateAuthChallenge"),
            Map.entry("VERIFY_AUTH_CHALLENGE_RESPONSE", "VerifyAuthChallengeResponse"),
            Map.entry("PRE_TOKEN_GENERATION", "TokenGeneration"),
            Map.entry("USER_MIGRATION", "UserMigration"),
            Map.entry("CUSTOM_MESSAGE", "CustomMessage"),
            Map.entry("CUSTOM_EMAIL_SENDER", "CustomEmailSender"),
            Map.entry("CUSTOM_SMS_SENDER", "CustomSMSSender"),
            Map.entry("INBOUND_FEDERATION", "InboundFederation"));

    private static final String POOL_ID = "[a-z]+(-[a-z]+)+-\\d+_[0-9A-Za-z]+";

    /** What the deployer makes authorizers of. */
    private static final Set<String> GATEWAYS = Set.of("HTTP_API", "REST_TOKEN", "REST_REQUEST");

    static final List<ServiceKind> KINDS = List.of(cognito(), cognitoSync(), authorizer(), transfer());

    private Access() {}

    private static ServiceKind cognito() {
        String[] classes = {
            "CognitoUserPoolEvent",
            "CognitoUserPoolPreSignUpEvent",
            "CognitoUserPoolPostConfirmationEvent",
            "CognitoUserPoolPreAuthenticationEvent",
            "CognitoUserPoolPostAuthenticationEvent",
            "CognitoUserPoolDefineAuthChallengeEvent",
            "CognitoUserPoolCreateAuthChallengeEvent",
            "CognitoUserPoolVerifyAuthChallengeResponseEvent",
            "CognitoUserPoolPreTokenGenerationEvent",
            "CognitoUserPoolPreTokenGenerationEventV2",
            "CognitoUserPoolMigrateUserEvent",
            "CognitoUserPoolCustomMessageEvent"
        };
        return ServiceKind.of(
                        "cognito",
                        "CognitoTrigger",
                        Attribute.choices(
                                        "value",
                                        "CognitoEventType",
                                        "PRE_SIGN_UP",
                                        "POST_CONFIRMATION",
                                        "PRE_AUTHENTICATION",
                                        "POST_AUTHENTICATION",
                                        "DEFINE_AUTH_CHALLENGE",
                                        "CREATE_AUTH_CHALLENGE",
                                        "VERIFY_AUTH_CHALLENGE_RESPONSE",
                                        "PRE_TOKEN_GENERATION",
                                        "USER_MIGRATION",
                                        "CUSTOM_MESSAGE",
                                        "CUSTOM_EMAIL_SENDER",
                                        "CUSTOM_SMS_SENDER",
                                        "INBOUND_FEDERATION")
                                .identity(),
                        Attribute.text("userPool")
                                .identity()
                                .resource(
                                        "a Cognito user pool",
                                        "[\\w\\s+=,.@-]{1,128}",
                                        "an id such as eu-west-1_AbCdEfGhI or a name of up to 128 characters",
                                        "cognito-idp",
                                        "userpool/[\\w-]+"))
                .events("User pool events")
                .rows(trigger -> trigger.texts("value").stream()
                        .map(type ->
                                Row.of("COGNITO", COGNITO_SOURCES.getOrDefault(type, type), trigger.text("userPool")))
                        .toList())
                .gives(Forms.ofEvent("CognitoTriggerEvent").aws(classes))
                .answers(Results.of(Shape.NOTHING, Shape.TREE, Shape.OWN)
                        .api("CognitoTriggerEvent")
                        .aws(classes))
                .clashes(trigger -> repeated(trigger, "value"))
                .wiredWhere(Access::namesOnePool)
                .wiring("name the user pool by its id in userPool, or name {alias} for these events in it and allow"
                        + " cognito-idp.amazonaws.com to invoke it");
    }

    /** Names of user pools are not unique, and empty stands for any. */
    private static boolean namesOnePool(Trigger.Service trigger) {
        String pool = trigger.text("userPool");
        return pool.contains("${") || pool.startsWith("arn:") || pool.matches(POOL_ID);
    }

    private static ServiceKind cognitoSync() {
        return ServiceKind.of(
                        "cognito-sync",
                        "CognitoSyncTrigger",
                        Attribute.text("identityPool")
                                .identity()
                                .resource(
                                        "a Cognito identity pool",
                                        "[\\w-]+:[0-9a-fA-F-]+",
                                        "an id such as eu-west-1:00000000-0000-0000-0000-000000000000",
                                        "cognito-identity",
                                        "identitypool/[\\w-]+:[0-9a-fA-F-]+"))
                .events("Sync events of")
                .row("COGNITO_SYNC", "identityPool")
                .gives(Forms.ofEvent().aws("CognitoEvent"))
                .answers(Results.of(Shape.NOTHING, Shape.TREE, Shape.OWN).aws("CognitoEvent"))
                .wiring("name {alias} for the Sync Trigger event of the identity pool")
                .unlessNamed(
                        "identityPool", "name the pool in @CognitoSyncTrigger(identityPool), so that it may invoke it");
    }

    private static ServiceKind authorizer() {
        return ServiceKind.of(
                        "authorizer",
                        "AuthorizerTrigger",
                        Attribute.choices(
                                        "value",
                                        "AuthorizerType",
                                        "HTTP_API",
                                        "REST_TOKEN",
                                        "REST_REQUEST",
                                        "WEBSOCKET",
                                        "APPSYNC")
                                .identity(),
                        Attribute.choice("response", "AuthorizerResponse", "SIMPLE", "IAM")
                                .behaviour(),
                        Attribute.texts("identitySources")
                                .placeholders()
                                .form(
                                        "an identity source",
                                        "\\$?[A-Za-z][\\w.$-]*",
                                        "an expression such as $request.header.Authorization"),
                        Attribute.number("resultTtl", 300, 0, 3600, "s"))
                .events("Authorization of")
                .rows(Access::authorizerRows)
                .gives(Forms.ofEvent("AuthorizerRequest")
                        .aws(
                                "APIGatewayCustomAuthorizerEvent",
                                "APIGatewayV2CustomAuthorizerEvent",
                                "AppSyncLambdaAuthorizerEvent"))
                .answers(Results.of(Shape.TRUTH, Shape.TREE)
                        .api("AuthorizerResult")
                        .aws(
                                "IamPolicyResponse",
                                "IamPolicyResponseV1",
                                "SimpleIAMPolicyResponse",
                                "AppSyncLambdaAuthorizerResponse"))
                .clashes(Access::authorizerClashes)
                .wiring("make an authorizer of the API that calls {alias} and allow apigateway.amazonaws.com (AppSync:"
                        + " appsync.amazonaws.com) to invoke it")
                .wiredWhere(
                        trigger -> !trigger.texts("value").isEmpty() && GATEWAYS.containsAll(trigger.texts("value")));
    }

    /** REST_REQUEST and WEBSOCKET send the same event. */
    private static List<Row> authorizerRows(Trigger.Service trigger) {
        List<Row> rows = new ArrayList<>();
        for (String type : trigger.texts("value")) {
            Row row = switch (type) {
                case "HTTP_API" ->
                    Row.of("AUTHORIZER_V2").mode(trigger.text("response").equals("IAM") ? "iam" : "simple");
                case "REST_TOKEN" -> Row.of("AUTHORIZER_TOKEN");
                case "APPSYNC" -> Row.of("APPSYNC_AUTHORIZER");
                default -> Row.of("AUTHORIZER_V1");
            };
            if (!rows.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Clash> authorizerClashes(Trigger.Service trigger) {
        List<Clash> found = new ArrayList<>(repeated(trigger, "value"));
        if (trigger.text("response").equals("IAM") && !trigger.texts("value").contains("HTTP_API")) {
            found.add(Clash.of(
                    "response chooses between two answers that only HTTP APIs know.",
                    "Leave response out, or add HTTP_API to the value."));
        }
        return found;
    }

    private static List<Clash> repeated(Trigger.Service trigger, String attribute) {
        List<String> values = trigger.texts(attribute);
        return new HashSet<>(values).size() == values.size()
                ? List.of()
                : List.of(Clash.of("The " + attribute + " names one type twice.", "Name each type once."));
    }

    private static ServiceKind transfer() {
        return ServiceKind.of(
                        "transfer",
                        "TransferTrigger",
                        Attribute.text("server")
                                .identity()
                                .resource(
                                        "a Transfer Family server",
                                        "s-[0-9a-f]{17}",
                                        "an id such as s-01234567890abcdef",
                                        "transfer",
                                        "server/s-[0-9a-f]{17}"))
                .events("Logins at")
                .row("TRANSFER", "server")
                .gives(Forms.ofEvent("TransferLogin").own(Part.PAYLOAD))
                .answers(Results.of(Shape.TREE, Shape.OWN)
                        .api("TransferUser")
                        .type("java.util.Optional<io.lambdamaven.api.TransferUser>"))
                .wiring("name {alias} as the server's identity provider")
                .unlessNamed("server", "name the server in @TransferTrigger(server), so that it may invoke it");
    }
}
