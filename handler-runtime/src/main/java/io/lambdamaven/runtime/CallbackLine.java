package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.CloudFormationView;
import io.lambdamaven.runtime.bind.ConfigView;
import io.lambdamaven.runtime.bind.ObjectLambdaView;
import io.lambdamaven.runtime.bind.Part;
import io.lambdamaven.runtime.bind.PipelineView;
import io.lambdamaven.runtime.bind.View;
import io.lambdamaven.runtime.callback.CloudFormationAnswer;
import io.lambdamaven.runtime.callback.CodeDeployAnswer;
import io.lambdamaven.runtime.callback.CodePipelineAnswer;
import io.lambdamaven.runtime.callback.ConfigAnswer;
import io.lambdamaven.runtime.callback.ObjectLambdaAnswer;
import io.lambdamaven.runtime.callback.Work;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * Serves those who wait for an answer that the function does not return but sends. That no route takes an event is such
 * an answer too: without it a stack waits for an hour.
 */
final class CallbackLine implements Work {
    private final Delivery delivery;
    private final View view;
    private final String resource;

    private CallbackLine(Delivery delivery, View view, String resource) {
        this.delivery = delivery;
        this.view = view;
        this.resource = resource;
    }

    static byte[] handle(Delivery delivery) throws Exception {
        if (delivery.routes().services(delivery.kind()).isEmpty()) {
            // Such a function may lack the libraries to answer with; who sends it this event made a mistake.
            throw delivery.unroutable(Resources.of(delivery.kind(), delivery.event()));
        }
        return switch (delivery.kind()) {
            case CLOUDFORMATION -> cloudFormation(delivery);
            case CODEPIPELINE -> codePipeline(delivery);
            case CODEDEPLOY -> codeDeploy(delivery);
            case CONFIG -> config(delivery);
            default -> objectLambda(delivery);
        };
    }

    private static byte[] cloudFormation(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String type = Members.text(event, "ResourceType");
        Work work = new CallbackLine(delivery, new CloudFormationView(event), type);
        return CloudFormationAnswer.answer(event, delivery.context(), work);
    }

    private static byte[] codePipeline(Delivery delivery) {
        byte[] event = delivery.event();
        Work work = new CallbackLine(delivery, new PipelineView(event), "");
        return CodePipelineAnswer.answer(event, delivery.context(), work);
    }

    private static byte[] codeDeploy(Delivery delivery) {
        byte[] event = delivery.event();
        Work work = new CallbackLine(delivery, new Part(event), "");
        return CodeDeployAnswer.answer(event, delivery.context(), work);
    }

    private static byte[] config(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String rule = Members.text(event, "configRuleName");
        Work work = new CallbackLine(delivery, new ConfigView(event), rule);
        return ConfigAnswer.answer(event, delivery.context(), work);
    }

    private static byte[] objectLambda(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String accessPoint = Members.text(event, "configuration", "accessPointArn");
        Work work = new CallbackLine(delivery, new ObjectLambdaView(event), accessPoint);
        return ObjectLambdaAnswer.answer(event, delivery.context(), work);
    }

    @Override
    public @Nullable Object call() throws Exception {
        Route.Service route = delivery.routes().service(delivery.kind(), resource);
        if (route == null) {
            throw delivery.unroutable(resource);
        }
        return ValueLine.call(delivery, route, view);
    }
}
