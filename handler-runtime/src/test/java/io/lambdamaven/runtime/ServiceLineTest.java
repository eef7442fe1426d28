package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.IotAuthorization;
import io.lambdamaven.api.IotProvisioning;
import io.lambdamaven.api.SecretRotation;
import io.lambdamaven.api.TransferLogin;
import io.lambdamaven.api.TransferUser;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceLineTest {
    record Caller(String number, int tries) {}

    record Nested(String a, List<Integer> list) {}

    private static final String CONNECT = "{'Name':'ContactFlowEvent','Details':{'ContactData':{'InstanceARN':"
            + "'arn:aws:connect:eu-central-1:123456789012:instance/i-1','Channel':'VOICE'},"
            + "'Parameters':{'number':'+49','tries':'3'}}}";
    private static final String LOGIN =
            "{'username':'ada','password':'secret','protocol':'SFTP','serverId':'s-1','sourceIp':'198.51.100.7'}";
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/db-AbCdEf";
    private static final String CUSTOM_AUTH =
            "{'token':'t','signatureVerified':true,'protocols':['mqtt']," + "'protocolData':{'mqtt':{'username':'u'}}}";
    private static final String PROVISION = "{'claimCertificateId':'c','certificateId':'d','certificatePem':'p',"
            + "'templateArn':'arn:aws:iot:eu-central-1:1:provisioningtemplate/T','parameters':{'SerialNumber':'1'}}";
    private static final String BUTTON = "{'serialNumber':'G1','clickType':'SINGLE','batteryVoltage':'2000 mV'}";

    static String rotation(String step) {
        return "{'Step':'" + step + "','SecretId':'" + SECRET + "','ClientRequestToken':'v-1'}";
    }

    static String alexa(String type, String intent) {
        return "{'version':'1.0','session':{'application':{'applicationId':'amzn1.ask.skill.1'}},'request':{'type':'"
                + type + "'" + (intent.isEmpty() ? "" : ",'intent':{'name':'" + intent + "'}") + "}}";
    }

    @Test
    void aContactFlowIsToldAFlatMapOfStrings() throws IOException {
        Served.Method method = in -> {
            Caller caller = in.payload(Caller.class);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("number", caller.number());
            answer.put("tries", caller.tries() + 1);
            answer.put(
                    "channel",
                    in.awsEvent(ConnectEvent.class)
                            .getDetails()
                            .getContactData()
                            .getChannel());
            answer.put("nothing", null);
            return answer;
        };

        assertThat(Served.by(EventKind.CONNECT, method, "i-1").answer(CONNECT))
                .isEqualTo("{'number':'+49','tries':'4','channel':'VOICE'}");
        assertThat(Served.by(EventKind.CONNECT, in -> null).answer(CONNECT)).isEqualTo("{}");
        assertThat(Served.by(EventKind.CONNECT, in -> new Nested("x", List.of(1)))
                        .answer(CONNECT))
                .isEqualTo("{'a':'x','list':[1]}");
        assertThatThrownBy(() -> Served.by(EventKind.CONNECT, method, "i-2").answer(CONNECT))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Amazon Connect");
    }

    @Test
    void whatAContactFlowDoesNotTakeFails() {
        assertThatThrownBy(() -> Served.by(EventKind.CONNECT, in -> Map.of("a", "x".repeat(32 * 1024)))
                        .answer(CONNECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Amazon Connect takes 32768 bytes from a function, not 32776");
        assertThatThrownBy(() -> Served.by(EventKind.CONNECT, in -> in.awsEvent(ConnectEvent.class))
                        .answer(CONNECT.replace("'Channel':'VOICE'", "'Queue':'sales'")))
                .isInstanceOf(BindException.class)
                .hasMessage("the event does not fit ConnectEvent");
        assertThatThrownBy(() -> Served.by(EventKind.CONNECT, in -> "x").answer(CONNECT))
                .hasMessageContaining("a map of strings");
        assertThatThrownBy(() -> Served.by(EventKind.CONNECT, in -> in.payload(Caller.class))
                        .answer(CONNECT.replace("'3'", "'many'")))
                .isInstanceOf(BindException.class)
                .hasMessage("'Details.Parameters' of the event does not fit at tries");
    }

    @Test
    void aUserLogsInWithRoleAndHome() throws IOException {
        Served handler = Served.by(
                EventKind.TRANSFER,
                in -> {
                    TransferLogin login = in.payload(TransferLogin.class);
                    assertThat(login.toString()).contains("ada", "198.51.100.7").doesNotContain("secret");
                    return login.hasPassword() && login.password().equals("secret")
                            ? Optional.of(TransferUser.of("arn:role", "/bucket/ada"))
                            : Optional.empty();
                },
                "arn:aws:transfer:eu-central-1:123456789012:server/s-1");

        assertThat(handler.answer(LOGIN)).isEqualTo("{'Role':'arn:role','HomeDirectory':'/bucket/ada'}");
        assertThat(handler.answer(LOGIN.replace("'secret'", "'guess'"))).isEqualTo("{}");
        assertThatThrownBy(() -> handler.answer(LOGIN.replace("s-1", "s-2")))
                .isInstanceOf(UnroutableEventException.class);
    }

    @Test
    void aUserMaySeeMappingsAndHaveKeys() throws IOException {
        TransferUser user = new TransferUser(
                        "arn:role", "/x", Map.of(), null, List.of(), new TransferUser.PosixProfile(1, 2, List.of(3L)))
                .mapping("/", "/bucket/ada")
                .withPolicy("{}")
                .withPublicKeys(List.of("ssh-ed25519 AAAA"));

        assertThat(Served.by(EventKind.TRANSFER, in -> user).answer(LOGIN))
                .isEqualTo("{'Role':'arn:role','PosixProfile':{'Uid':1,'Gid':2,'SecondaryGids':[3]},"
                        + "'PublicKeys':['ssh-ed25519 AAAA'],'Policy':'{}','HomeDirectoryType':'LOGICAL',"
                        + "'HomeDirectoryDetails':'[{\\'Entry\\':\\'/\\',\\'Target\\':\\'/bucket/ada\\'}]'}");
        assertThat(Served.by(EventKind.TRANSFER, in -> Map.of("Role", "r")).answer(LOGIN))
                .isEqualTo("{'Role':'r'}");
        assertThat(Served.by(EventKind.TRANSFER, in -> null).answer(LOGIN)).isEqualTo("{}");
    }

    @Test
    void eachStepOfARotationFindsItsMethod() throws IOException {
        List<Object> seen = new ArrayList<>();
        Served handler = Served.with()
                .service(EventKind.SECRET_ROTATION, in -> seen.add(in.payload(SecretRotation.class)), "shop/db", "")
                .service(
                        EventKind.SECRET_ROTATION,
                        in -> seen.add(
                                in.awsEvent(SecretsManagerRotationEvent.class).getStep()),
                        "shop/db",
                        "createSecret")
                .service(EventKind.SECRET_ROTATION, in -> seen.add("other"), "", "finishSecret")
                .build();

        for (String step : List.of("createSecret", "setSecret", "TestSecret", "finishSecret")) {
            assertThat(handler.answer(rotation(step))).isEqualTo("null");
        }

        assertThat(seen)
                .containsExactly(
                        "createSecret",
                        new SecretRotation(SECRET, "v-1", SecretRotation.Step.SET, null),
                        new SecretRotation(SECRET, "v-1", SecretRotation.Step.TEST, null),
                        new SecretRotation(SECRET, "v-1", SecretRotation.Step.FINISH, null));
        assertThatThrownBy(() -> handler.answer(rotation("dropSecret")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("no step of a rotation: dropSecret");
        assertThatThrownBy(() -> handler.answer(rotation("setSecret").replace("shop/db", "shop/api")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("shop/api-AbCdEf");
    }

    @Test
    void aSkillsRequestFindsItsIntentItsTypeOrItsSkill() throws IOException {
        Served handler = Served.with()
                .service(EventKind.ALEXA, in -> "skill", "amzn1.ask.skill.1", "")
                .service(EventKind.ALEXA, in -> "intent", "amzn1.ask.skill.1", "Fact")
                .service(EventKind.ALEXA, in -> "launch", "amzn1.ask.skill.1", "LaunchRequest")
                .service(EventKind.ALEXA, in -> "home", "", "Alexa.PowerController")
                .build();

        assertThat(handler.answer(alexa("IntentRequest", "Fact"))).isEqualTo("'intent'");
        assertThat(handler.answer(alexa("LaunchRequest", ""))).isEqualTo("'launch'");
        assertThat(handler.answer(alexa("IntentRequest", "Other"))).isEqualTo("'skill'");
        assertThat(handler.answer(alexa("LaunchRequest", "")
                        .replace("'session':{", "'context':{'System':{")
                        .replace("}},'r", "}}},'r")))
                .isEqualTo("'launch'");
        assertThat(handler.answer("{'directive':{'header':{'namespace':'Alexa.PowerController'},'payload':{}}}"))
                .isEqualTo("'home'");
        assertThat(handler.answer("{'header':{'namespace':'Alexa.PowerController'},'payload':{}}"))
                .isEqualTo("'home'");
        assertThatThrownBy(() -> handler.answer(alexa("LaunchRequest", "").replace("skill.1", "skill.2")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("Alexa (amzn1.ask.skill.2 LaunchRequest");
    }

    @Test
    void aClientOfIotIsLetInWithItsPolicies() throws IOException {
        Served handler = Served.by(
                EventKind.IOT,
                in -> IotAuthorization.allow("ada1")
                        .allowing("iot:Connect", "arn:c")
                        .after(3600, 300),
                "custom-authorizer");

        assertThat(handler.answer(CUSTOM_AUTH))
                .isEqualTo("{'isAuthenticated':true,'principalId':'ada1','disconnectAfterInSeconds':3600,"
                        + "'refreshAfterInSeconds':300,'policyDocuments':[{'Version':'2012-10-17','Statement':"
                        + "[{'Action':'iot:Connect','Effect':'Allow','Resource':['arn:c']}]}]}");
        assertThat(Served.by(EventKind.IOT, in -> null, "custom-authorizer").answer(CUSTOM_AUTH))
                .startsWith("{'isAuthenticated':false,");
        assertThatThrownBy(() -> IotAuthorization.allow("not-a-name")).hasMessageContaining("'not-a-name'");
        assertThatThrownBy(() -> IotAuthorization.deny().after(1, 300)).hasMessageContaining("disconnectAfter");
        assertThatThrownBy(() -> IotAuthorization.deny().after(300, 86_401)).hasMessageContaining("refreshAfter");
        assertThatThrownBy(() -> new IotAuthorization(
                        false, "", 300, 300, java.util.Collections.nCopies(11, Map.<String, Object>of())))
                .hasMessageContaining("10 policy documents");
    }

    @Test
    void aDeviceIsProvisionedOrNot() throws IOException {
        Served overriding =
                Served.by(EventKind.IOT, in -> new IotProvisioning(true, Map.of("Location", "Bonn")), "provisioning");

        assertThat(overriding.answer(PROVISION))
                .isEqualTo("{'allowProvisioning':true,'parameterOverrides':{'Location':'Bonn'}}");
        assertThat(Served.by(EventKind.IOT, in -> true, "provisioning").answer(PROVISION))
                .isEqualTo("{'allowProvisioning':true}");
        assertThat(Served.by(EventKind.IOT, in -> null, "provisioning").answer(PROVISION))
                .isEqualTo("{'allowProvisioning':false}");
    }

    @Test
    void aDeviceWithoutARouteIsInvoked() throws IOException {
        Served handler = Served.with()
                .service(EventKind.IOT, in -> "ignored", "button")
                .invoke(in -> in.payload(JsonNode.class).size())
                .build();

        assertThat(handler.answer(BUTTON)).isEqualTo("null");
        assertThat(handler.answer("{'deviceEvent':{},'deviceInfo':{},'placementInfo':{}}"))
                .isEqualTo("3");
    }

    @Test
    void aRuleOfIotCountsOnTheAliasRawAlone() throws IOException {
        Served handler = Served.with()
                .service(EventKind.DIRECT, in -> "rule " + in.payload(String.class), "iot")
                .invoke(in -> "invoked")
                .build();

        assertThat(handler.answer("{'t':1}", Invocation.through("raw"))).isEqualTo("'rule {\\'t\\':1}'");
        assertThat(handler.answer("{'t':1}")).isEqualTo("'invoked'");
    }

    @Test
    void anAlarmIsGivenItsData() throws IOException {
        List<Object> seen = new ArrayList<>();
        Served handler = Served.by(
                EventKind.ALARM,
                in -> seen.add(in.payload(Map.class).get("alarmName") + " "
                        + in.payload(String.class).length()),
                "errors");
        String event = "{'source':'aws.cloudwatch','alarmArn':'arn:aws:cloudwatch:eu-central-1:1:alarm:errors',"
                + "'alarmData':{'alarmName':'errors'}}";

        assertThat(handler.answer(event)).isEqualTo("null");
        assertThat(seen).containsExactly("errors " + event.length());
        assertThatThrownBy(() -> handler.answer(event.replace("alarm:errors", "alarm:other")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("alarm:other");
    }
}
