package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

class UserPoolPortTest extends PortTest {
    private static final String THEIRS = "arn:aws:lambda:eu-west-1:123456789012:function:theirs";
    private static final String UPDATE = "cognito-idp:UpdateUserPool";
    private static final String V2 =
            "(Lcom/amazonaws/services/lambda/runtime/events/CognitoUserPoolPreTokenGenerationEventV2;)V";

    private CognitoIdentityProviderClient cognito;
    private String pool;

    @Override
    void prepare() {
        cognito = cloud.direct.of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
        pool = cognito.createUserPool(r -> r.poolName("customers")).userPool().id();
    }

    /** What somebody set, also what the SDK does not know. */
    private void set(String json) {
        JsonObject.Builder request = Json.parse(json.replace('\'', '"')).asObject().toBuilder();
        request.put("UserPoolId", pool);
        cognito.updateUserPool(r -> r.userPoolId(pool)
                .overrideConfiguration(
                        RawJson.sending(request.build().canonicalBytes()).forCall()));
    }

    private JsonObject told() {
        RawJson.Exchange exchange = RawJson.listening();
        cognito.describeUserPool(r -> r.userPoolId(pool).overrideConfiguration(exchange.forCall()));
        return Json.parse(exchange.answer()).asObject().object("UserPool");
    }

    private String config() {
        return told().object("LambdaConfig").canonical().replace('"', '\'');
    }

    private Trigger.Service hooks(String... moments) {
        return Triggers.of("cognito", "value", List.of(moments), "userPool", pool);
    }

    private Desired wanted(String... moments) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(hooks(moments)));
    }

    @Test
    void thePoolCallsTheAliasAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(wanted("PRE_SIGN_UP", "CUSTOM_MESSAGE")))
                .containsSubsequence("lambda:AddPermission", UPDATE)
                .containsOnlyOnce(UPDATE);

        assertThat(config()).isEqualTo("{'CustomMessage':'" + ALIAS + "','PreSignUp':'" + ALIAS + "'}");
        assertThat(writesOf(wanted("PRE_SIGN_UP", "CUSTOM_MESSAGE"))).isEmpty();
    }

    @Test
    void otherMomentsAreOneCall() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(wanted("PRE_SIGN_UP", "CUSTOM_MESSAGE"));

        assertThat(writesOf(wanted("PRE_SIGN_UP", "POST_CONFIRMATION"))).containsExactly(UPDATE);

        assertThat(config()).isEqualTo("{'PostConfirmation':'" + ALIAS + "','PreSignUp':'" + ALIAS + "'}");
    }

    @Test
    void allElseOfThePoolStaysAlsoWhatTheSdkDoesNotKnow() throws IOException, NoSuchAlgorithmException {
        set("{'LambdaConfig':{'InboundFederation':{'LambdaArn':'" + THEIRS + "','LambdaVersion':'V1_0'},"
                + "'PostConfirmation':'" + THEIRS + "'},"
                + "'Policies':{'PasswordPolicy':{'MinimumLength':12,'RequireNumbers':true},'SignInPolicy':"
                + "{'AllowedFirstAuthFactors':['PASSWORD','WEB_AUTHN']}},'DeletionProtection':'ACTIVE','AdminCreateUserConfig':{'AllowAdminCreateUserOnly':true},"
                + "'AutoVerifiedAttributes':['email'],'UserPoolTags':{'team':'shop'},'UserPoolTier':'PLUS',"
                + "'EmailVerificationMessage':'Code {####}','UserPoolAddOns':{'AdvancedSecurityMode':'AUDIT'},"
                + "'MfaConfiguration':'OPTIONAL','DeviceConfiguration':{'ChallengeRequiredOnNewDevice':true},"
                + "'AccountRecoverySetting':{'RecoveryMechanisms':[{'Name':'verified_email','Priority':1}]}}");
        JsonObject before = told();

        cloud.deploy(wanted("PRE_SIGN_UP"));

        assertThat(config())
                .isEqualTo("{'InboundFederation':{'LambdaArn':'" + THEIRS + "','LambdaVersion':'V1_0'},"
                        + "'PostConfirmation':'" + THEIRS + "','PreSignUp':'" + ALIAS + "'}");
        assertThat(settled(told())).isEqualTo(settled(before));

        cloud.deploy(Wired.nothing());

        JsonObject after = told();
        assertThat(settled(after)).isEqualTo(settled(before));
        assertThat(after.get("LambdaConfig")).isEqualTo(before.get("LambdaConfig"));
    }

    /** The emulator tells what it was sent, the new name and the id as well. */
    private static JsonObject settled(JsonObject told) {
        JsonObject.Builder rest = Json.object();
        told.members().forEach((name, value) -> {
            if (!List.of("LambdaConfig", "PoolName", "UserPoolId").contains(name)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }

    @Test
    void daysThatCognitoTellsUnderTwoNamesAreSentUnderTheNewOne() throws IOException, NoSuchAlgorithmException {
        set("{'AdminCreateUserConfig':{'AllowAdminCreateUserOnly':true,'UnusedAccountValidityDays':3},"
                + "'Policies':{'PasswordPolicy':{'MinimumLength':12}}}");

        cloud.deploy(wanted("PRE_SIGN_UP"));

        assertThat(told().get("AdminCreateUserConfig").canonical()).isEqualTo("{\"AllowAdminCreateUserOnly\":true}");
        assertThat(told().get("Policies").canonical())
                .isEqualTo("{\"PasswordPolicy\":{\"MinimumLength\":12,\"TemporaryPasswordValidityDays\":3}}");
    }

    @Test
    void somebodyElsesHookIsNotReplaced() throws IOException, NoSuchAlgorithmException {
        set("{'LambdaConfig':{'PreSignUp':'" + THEIRS + "'}}");
        Desired desired = wanted("PRE_SIGN_UP", "CUSTOM_MESSAGE");

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM350")
                .hasMessageContaining("PreSignUp")
                .hasMessageContaining(THEIRS);
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void anotherAliasOfOurFunctionGivesWay() throws IOException, NoSuchAlgorithmException {
        set("{'LambdaConfig':{'PreSignUp':'" + ALIAS.replace(":live", "") + "'}}");

        cloud.deploy(wanted("PRE_SIGN_UP"));

        assertThat(config()).isEqualTo("{'PreSignUp':'" + ALIAS + "'}");
    }

    @Test
    void aTriggerThatIsGoneIsTakenOffAndThenItsPermission() throws IOException, NoSuchAlgorithmException {
        set("{'LambdaConfig':{'UserMigration':'" + THEIRS + "'}}");
        cloud.deploy(wanted("PRE_SIGN_UP"));

        assertThat(writesOf(without())).containsExactly(UPDATE, "lambda:RemovePermission");

        assertThat(config()).isEqualTo("{'UserMigration':'" + THEIRS + "'}");
        assertThat(writesOf(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesThePool() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(wanted("PRE_SIGN_UP", "INBOUND_FEDERATION"));
        assertThat(config()).contains("'InboundFederation':{'LambdaArn':'" + ALIAS + "','LambdaVersion':'V1_0'}");

        cloud.deploy(Wired.nothing());

        assertThat(config()).isEqualTo("{}");
        assertThatThrownBy(() -> cloud.direct.lambda.getFunction(r -> r.functionName("orders-dev")))
                .isInstanceOf(ResourceNotFoundException.class);
        cognito.deleteUserPool(r -> r.userPoolId(pool));
        assertThat(writesOf(Wired.nothing())).isEmpty();
    }

    @Test
    void aMethodForTheAccessTokenGetsTheEventThatHasIt() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(wanted("PRE_TOKEN_GENERATION"));
        assertThat(config())
                .isEqualTo("{'PreTokenGenerationConfig':{'LambdaArn':'" + ALIAS + "','LambdaVersion':'V1_0'}}");
        Desired withClass = wired.desired(Project.orders().route(hooks("PRE_TOKEN_GENERATION"), Granularity.EACH, V2));

        assertThat(writesOf(withClass)).containsExactly(UPDATE);

        assertThat(config())
                .isEqualTo("{'PreTokenGenerationConfig':{'LambdaArn':'" + ALIAS + "','LambdaVersion':'V2_0'}}");
        assertThat(writesOf(withClass)).isEmpty();
        assertThat(writesOf(wanted("PRE_TOKEN_GENERATION")))
                .as("who does not care takes either")
                .isEmpty();
    }

    @Test
    void theOldNameOfAHookSaysTheSame() throws IOException, NoSuchAlgorithmException {
        String old = ALIAS.replace("live", "old");
        set("{'LambdaConfig':{'PreTokenGeneration':'" + old + "','PreTokenGenerationConfig':{'LambdaArn':'" + old
                + "','LambdaVersion':'V3_0'}}}");

        cloud.deploy(wanted("PRE_TOKEN_GENERATION"));

        assertThat(config())
                .isEqualTo("{'PreTokenGeneration':'" + ALIAS + "','PreTokenGenerationConfig':{'LambdaArn':'" + ALIAS
                        + "','LambdaVersion':'V3_0'}}");
        cloud.deploy(without());
        assertThat(config()).isEqualTo("{}");
    }

    @Test
    void aSenderNeedsThePoolsKey() throws IOException, NoSuchAlgorithmException {
        Desired desired = wanted("CUSTOM_EMAIL_SENDER");
        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM351")
                .hasMessageContaining("KMSKeyID");
        assertThat(cloud.proxy.writes()).isEmpty();
        String key = "'KMSKeyID':'arn:aws:kms:eu-west-1:123456789012:key/1'";
        set("{'LambdaConfig':{" + key + "}}");

        cloud.deploy(desired);

        assertThat(config())
                .isEqualTo("{'CustomEmailSender':{'LambdaArn':'" + ALIAS + "','LambdaVersion':'V1_0'}," + key + "}");
    }

    @Test
    void aPoolThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(Project.with(
                Triggers.of("cognito", "value", List.of("PRE_SIGN_UP"), "userPool", "eu-west-1_Nowhere00")));

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@CognitoTrigger(userPool)")
                .hasMessageContaining("eu-west-1_Nowhere00");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void twoFunctionsMayShareAPoolAndAMethodMayMove() throws IOException, NoSuchAlgorithmException {
        Desired both = wired.desired(Project.with(hooks("PRE_SIGN_UP")).function("mail", hooks("CUSTOM_MESSAGE")));
        cloud.deploy(both);
        String mail = ALIAS.replace("orders-dev", "orders-mail-dev");
        assertThat(config()).isEqualTo("{'CustomMessage':'" + mail + "','PreSignUp':'" + ALIAS + "'}");
        assertThat(writesOf(both)).isEmpty();

        cloud.deploy(wired.desired(Project.with(hooks("CUSTOM_MESSAGE")).function("mail", hooks("PRE_SIGN_UP"))));

        assertThat(config()).isEqualTo("{'CustomMessage':'" + ALIAS + "','PreSignUp':'" + mail + "'}");
    }

    @Test
    void aSettingThatCognitoDoesNotKeepIsTold() throws IOException, NoSuchAlgorithmException {
        set("{'MfaConfiguration':'ON'}");
        AtomicInteger described = new AtomicInteger();
        String forgetful = "{\"UserPool\":{\"Id\":\"" + pool + "\",\"Name\":\"customers\",\"LambdaConfig\":{}}}";
        Desired desired = wanted("PRE_SIGN_UP");
        cloud.proxy.restart(call -> call.name().equals("cognito-idp:UpdateUserPool") && described.incrementAndGet() == 1
                ? new Fault.Pass()
                : call.name().equals("cognito-idp:DescribeUserPool") && described.get() > 0
                        ? new Fault.Reply(200, Map.of("content-type", "application/x-amz-json-1.1"), forgetful)
                        : new Fault.Pass());

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM351")
                .hasMessageContaining("MfaConfiguration (was \"ON\")");
    }

    @Test
    void anotherChangeAtTheSameTimeIsWaitedForAndReadAgain() throws IOException, NoSuchAlgorithmException {
        AtomicInteger tries = new AtomicInteger();
        Desired desired = wanted("PRE_SIGN_UP");
        cloud.proxy.restart(call -> call.name().equals(UPDATE) && tries.incrementAndGet() == 1
                ? new Fault.Answer(400, "ConcurrentModificationException", "Pool is being changed")
                : new Fault.Pass());

        cloud.deploy(desired);

        assertThat(tries).hasValue(2);
        assertThat(config()).isEqualTo("{'PreSignUp':'" + ALIAS + "'}");
    }
}
