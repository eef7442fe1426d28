package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.corpus.Handling.Answers;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Handling of user pools' triggers, each with the response that it may give. */
final class CognitoHandlings {
    /** By the index's word: the type of the trigger, AWS's class, and a response. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            Map.entry("pre-sign-up", List.of("PRE_SIGN_UP", "PreSignUpEvent", "\"autoConfirmUser\", true")),
            Map.entry("post-confirmation", List.of("POST_CONFIRMATION", "PostConfirmationEvent", "")),
            Map.entry("pre-authentication", List.of("PRE_AUTHENTICATION", "PreAuthenticationEvent", "")),
            Map.entry("post-authentication", List.of("POST_AUTHENTICATION", "PostAuthenticationEvent", "")),
            Map.entry(
                    "define-auth-challenge",
                    List.of("DEFINE_AUTH_CHALLENGE", "DefineAuthChallengeEvent", "\"issueTokens\", false")),
            Map.entry(
                    "create-auth-challenge",
                    List.of("CREATE_AUTH_CHALLENGE", "CreateAuthChallengeEvent", "\"challengeMetadata\", \"m\"")),
            Map.entry(
                    "verify-auth-challenge",
                    List.of(
                            "VERIFY_AUTH_CHALLENGE_RESPONSE",
                            "VerifyAuthChallengeResponseEvent",
                            "\"answerCorrect\", true")),
            Map.entry("pre-token-generation", List.of("PRE_TOKEN_GENERATION", "PreTokenGenerationEvent", "")),
            Map.entry(
                    "user-migration",
                    List.of("USER_MIGRATION", "MigrateUserEvent", "\"finalUserStatus\", \"CONFIRMED\"")),
            Map.entry("custom-message", List.of("CUSTOM_MESSAGE", "CustomMessageEvent", "\"emailSubject\", \"Hello\"")),
            Map.entry("custom-email-sender", List.of("CUSTOM_EMAIL_SENDER", "", "")),
            Map.entry("custom-sms-sender", List.of("CUSTOM_SMS_SENDER", "", "")),
            Map.entry(
                    "inbound-federation",
                    List.of(
                            "INBOUND_FEDERATION",
                            "",
                            "\"userAttributesToMap\", java.util.Map.of(\"email\", \"a@example.com\")")));

    Handling of(String word, JsonObject event) {
        if (word.equals("cognito-sync")) {
            return Handling.of(word, List.of("@CognitoSyncTrigger"))
                    .aws("CognitoEvent")
                    .ownRecord(Payloads.one(event, ""));
        }
        List<String> type = TYPES.get(word.substring("cognito-".length()));
        if (type == null) {
            throw new IllegalArgumentException("the index has a trigger that nothing here handles: " + word);
        }
        boolean second = Fields.text(event, "version").equals("2");
        String response = "java.util.Map.of(" + type.get(2) + ")";
        return Handling.of(
                        "cognito" + type.get(0).toLowerCase(Locale.ROOT).replace("_", ""),
                        List.of("@CognitoTrigger(CognitoEventType." + type.get(0) + ")"))
                .aws(type.get(1).isEmpty() ? "" : "CognitoUserPool" + type.get(1) + (second ? "V2" : ""))
                .ownRecord(Payloads.one(event, ""))
                .answers(new Answers(
                        "", Handling.MAP + "|Answers.respond(event, " + response + ")", Handling.MAP + "|" + response));
    }
}
