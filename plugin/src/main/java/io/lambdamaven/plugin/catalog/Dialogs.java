package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Results.Shape;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Bots, agents, skills and calls. */
final class Dialogs {
    private static final String NAME = "([0-9a-zA-Z][_-]?){1,100}";
    private static final String NAME_FORM = "a name of up to 100 letters, digits, hyphens and underscores";

    static final List<ServiceKind> KINDS = List.of(lex(), connect(), bedrockAgent(), alexa());

    private Dialogs() {}

    private static ServiceKind lex() {
        return ServiceKind.of(
                        "lex",
                        "LexTrigger",
                        Attribute.text("bot").identity().placeholders().form("a bot", NAME, NAME_FORM),
                        Attribute.text("intent").identity().form("an intent", "(AMAZON\\.)?" + NAME, NAME_FORM),
                        Attribute.text("source").identity().oneOf("DialogCodeHook", "FulfillmentCodeHook"),
                        Attribute.choice("version", "LexVersion", "V2", "V1").identity(),
                        Attribute.text("botAlias")
                                .resource(
                                        "an alias of a bot",
                                        "[0-9A-Z]{10}/[0-9A-Z]{10}",
                                        "the ids of bot and alias, such as ABCDEFGHIJ/KLMNOPQRST",
                                        "lex",
                                        "bot-alias/[0-9A-Z]{10}/[0-9A-Z]{10}"),
                        Attribute.texts("locales", "en_US")
                                .form("a locale", "[a-z]{2,3}(_[A-Z]{2,3}|_[0-9]{3})?", "a locale such as en_US"))
                .events("Lex")
                .rows(trigger -> List.of(Row.of(
                        "LEX_" + (trigger.text("version").equals("V1") ? "V1" : "V2"),
                        trigger.text("bot"),
                        trigger.text("intent"),
                        trigger.text("source"))))
                .gives(trigger -> trigger.text("version").equals("V1")
                        ? Forms.ofEvent("LexRequest").aws("LexEvent")
                        : Forms.ofEvent("LexRequest"))
                .answers(Results.of(Shape.TREE, Shape.OWN).api("LexResponse"))
                .clashes(trigger -> !trigger.text("botAlias").isEmpty()
                                && trigger.text("version").equals("V1")
                        ? List.of(Clash.of("Only bots of Lex V2 have such aliases.", "Leave botAlias or version out."))
                        : List.of())
                .wiring("name {alias} in the bot alias and allow lexv2.amazonaws.com to invoke it; a deploy does so for"
                        + " a V2 bot whose alias @LexTrigger(botAlias) names")
                .wiredWhere(trigger -> !trigger.text("botAlias").isEmpty());
    }

    private static ServiceKind connect() {
        return ServiceKind.of(
                        "connect",
                        "ConnectTrigger",
                        Attribute.text("instance")
                                .identity()
                                .resource(
                                        "an Amazon Connect instance",
                                        "[0-9a-fA-F-]{36}",
                                        "an id such as 00000000-0000-0000-0000-000000000000",
                                        "connect",
                                        "instance/[0-9a-fA-F-]{36}"))
                .events("Calls of the flows of")
                .row("CONNECT", "instance")
                .gives(Forms.ofEvent().aws("ConnectEvent"))
                .answers(Results.of(Shape.NOTHING, Shape.TREE, Shape.OWN))
                .wiring("associate {alias} with the instance and use it in a flow")
                .unlessNamed("instance", "name the instance in @ConnectTrigger(instance), so that it may invoke it");
    }

    private static ServiceKind bedrockAgent() {
        return ServiceKind.of(
                        "bedrock-agent",
                        "BedrockAgentTrigger",
                        Attribute.text("actionGroup").mandatory().identity().form("an action group", NAME, NAME_FORM),
                        Attribute.text("function").identity().form("a function", NAME, NAME_FORM),
                        Attribute.text("apiPath").identity().form("a path", "/\\S*", "a path such as /orders/{id}"),
                        Attribute.text("method")
                                .identity()
                                .oneOf("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
                        Attribute.text("agent").placeholders())
                .events("Actions of")
                .row("BEDROCK_AGENT", "actionGroup", "function", "apiPath", "method")
                .gives(Forms.ofEvent("BedrockAgentRequest"))
                .answers(Results.of(Shape.TEXT, Shape.TREE, Shape.OWN).api("BedrockAgentResponse"))
                .clashes(Dialogs::bedrockClashes)
                .wiring("name {alias} as the action group's executor")
                .unlessNamed("agent", "name the agent in @BedrockAgentTrigger(agent), so that it may invoke it");
    }

    private static List<Clash> bedrockClashes(Trigger.Service trigger) {
        List<Clash> found = new ArrayList<>();
        boolean path = !trigger.text("apiPath").isEmpty();
        if (path && !trigger.text("function").isEmpty()) {
            found.add(Clash.of(
                    "An action group has functions or an API schema, and both are named.", "Set function or apiPath."));
        }
        if (!path && !trigger.text("method").isEmpty()) {
            found.add(Clash.of("A method needs a path.", "Set apiPath, or leave method out."));
        }
        return found;
    }

    private static ServiceKind alexa() {
        return ServiceKind.of(
                        "alexa",
                        "AlexaTrigger",
                        Attribute.text("skill")
                                .identity()
                                .placeholders()
                                .form(
                                        "a skill",
                                        "amzn1\\.[\\w.-]+",
                                        "an application id that starts with amzn1.ask.skill"),
                        Attribute.text("request")
                                .identity()
                                .form(
                                        "a request",
                                        "[A-Za-z0-9_.]+",
                                        "a request type, an intent or a smart-home namespace"))
                .events("Requests of the skill")
                .row("ALEXA", "skill", "request")
                .gives(Forms.ofEvent())
                .answers(Results.of(Shape.TEXT, Shape.TREE, Shape.OWN))
                .wiring("name {alias} as the skill's endpoint")
                .unlessNamed("skill", "name the skill in @AlexaTrigger(skill), so that it may invoke it");
    }
}
