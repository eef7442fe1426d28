package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no emulator tells: members that only a later Cognito has. */
class PoolSettingsTest {
    private static PoolSettings settings(String json) {
        return new PoolSettings(Json.parse(json.replace('\'', '"')).asObject());
    }

    private static String sent(PoolSettings settings) {
        return settings.request("eu-west-1_A").canonical().replace('"', '\'');
    }

    @Test
    void whatNobodyKnowsIsSentAndWhatNoUpdateTakesIsNot() {
        PoolSettings settings =
                settings("{'Id':'eu-west-1_A','Name':'a','Arn':'arn','CreationDate':1.5E9,'Status':null,'Domain':'d',"
                        + "'NewSetting':{'x':[1,{'y':null}]},'LambdaConfig':{'NextHook':{'a':1}}}");

        assertThat(sent(settings.with("ours", List.of("PreSignUp"), null)))
                .isEqualTo("{'LambdaConfig':{'NextHook':{'a':1},'PreSignUp':'ours'},'NewSetting':{'x':[1,{'y':null}]},"
                        + "'PoolName':'a','UserPoolId':'eu-west-1_A'}");
    }

    @Test
    void aHookKeepsWhatElseItSays() {
        PoolSettings settings =
                settings("{'LambdaConfig':{'CustomSMSSender':{'LambdaArn':'old','LambdaVersion':'V9_0','More':1}}}");

        assertThat(sent(settings.with("ours", List.of("CustomSMSSender"), null)))
                .isEqualTo("{'LambdaConfig':{'CustomSMSSender':{'LambdaArn':'ours','LambdaVersion':'V9_0','More':1}},"
                        + "'UserPoolId':'eu-west-1_A'}");
    }

    @Test
    void whatWentAwayIsTold() {
        PoolSettings before = settings("{'NewSetting':{'x':1},'MfaConfiguration':'ON','UserPoolTags':{},"
                + "'LambdaConfig':{'PreSignUp':'a'},'AutoVerifiedAttributes':['email','phone_number'],"
                + "'AdminCreateUserConfig':{'UnusedAccountValidityDays':7}}");

        assertThat(before.lost(settings("{'MfaConfiguration':'OFF','Policies':{},"
                        + "'AutoVerifiedAttributes':['phone_number','email']}")))
                .containsExactly("MfaConfiguration (was \"ON\")", "NewSetting (was {\"x\":1})");
        assertThat(before.lost(before)).isEmpty();
    }
}
