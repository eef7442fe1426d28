package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.lambdamaven.api.EventBridgeEvent;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusLineTest {
    record Shipped(String order, int parcels) {}

    private final List<Object> calls = new ArrayList<>();

    static String event(String source, String type, String detail) {
        return "{'version':'0','id':'e-1','source':'" + source + "','detail-type':'" + type + "','account':'1',"
                + "'region':'eu-central-1','time':'2026-01-01T00:00:00Z','resources':['arn:x'],'detail':" + detail
                + "}";
    }

    static String object(String type, String detail) {
        return event(
                "aws.s3",
                type,
                "{'bucket':{'name':'incoming'},'object':{'key':'a b/ä+.csv','size':5,'etag':'e','sequencer':'0A',"
                        + "'version-id':'v'}" + detail + "}");
    }

    private final Served handler = Served.with()
            .events("{'source':['shop']}", in -> calls.add(in.payload(Shipped.class)))
            .events("{'source':['other']}", in -> calls.add("never"))
            .events("{'detail':{'parcels':[{'numeric':['>',1]}]}}", in -> {
                calls.add(in.payload(EventBridgeEvent.class));
                if (in.payload(Shipped.class).order().equals("bad")) {
                    throw new IllegalStateException("first");
                }
                return null;
            })
            .events("{'detail-type':['shipped']}", in -> {
                calls.add(in.awsEvent(ScheduledEvent.class).getId()
                        + in.payload(String.class).length());
                if (in.payload(Shipped.class).order().equals("bad")) {
                    throw new IllegalStateException("second");
                }
                return null;
            })
            .s3EventBridge("incoming", "s3:ObjectCreated:*", in -> calls.add(in.payload(S3Object.class)))
            .s3EventBridge("incoming", "s3:ObjectRemoved:*", in -> calls.add("removed"))
            .build();

    @Test
    void everyRouteThatFitsTakesTheEventInOrder() throws IOException {
        String event = event("shop", "shipped", "{'order':'o-1','parcels':2}");

        assertThat(handler.answer(event)).isEqualTo("null");

        assertThat(calls).hasSize(3);
        assertThat(calls.get(0)).isEqualTo(new Shipped("o-1", 2));
        assertThat(calls.get(2)).isEqualTo("e-1" + event.length());
        EventBridgeEvent seen = (EventBridgeEvent) calls.get(1);
        assertThat(seen.detail()).containsEntry("order", "o-1");
        assertThat(seen.source() + seen.detailType() + seen.region()).isEqualTo("shopshippedeu-central-1");
        assertThat(seen.resources()).containsExactly("arn:x");
    }

    @Test
    void oneFailureDoesNotKeepTheEventFromTheOthers() {
        Invocation context = Invocation.live();

        assertThatThrownBy(() -> handler.answer(event("shop", "shipped", "{'order':'bad','parcels':2}"), context))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("first");
        assertThat(calls).hasSize(3);
        assertThat(context.log).singleElement().asString().contains("EventBridge default", "failed", "second");
    }

    @Test
    void anEventThatNoPatternFitsIsNoSuccess() {
        assertThatThrownBy(() -> handler.answer(event("nobody", "knows", "{}")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll("EventBridge (nobody knows)", "Test.events.0");
    }

    @Test
    void aDetailThatDoesNotFitSaysWhere() {
        assertThatThrownBy(() -> handler.answer(event("shop", "x", "{'order':'o','parcels':'two'}")))
                .isInstanceOf(BindException.class)
                .hasMessage("'detail' of the event does not fit at parcels");
    }

    @Test
    void theOnlyRoutesResultIsTheAnswer() throws IOException {
        Served one = Served.with().events("{}", in -> List.of(1)).build();

        assertThat(one.answer(event("shop", "x", "{}"))).isEqualTo("[1]");
    }

    @Test
    void anObjectOnTheBusTakesTheRoutesOfNotifications() throws IOException {
        assertThat(handler.answer(object("Object Created", ",'reason':'PutObject'")))
                .isEqualTo("null");
        handler.answer(object("Object Created", ",'reason':'CompleteMultipartUpload'"));
        handler.answer(object("Object Created", ",'reason':'CopyObject'"));
        handler.answer(object("Object Created", ",'reason':'POST Object'"));
        handler.answer(object("Object Deleted", ",'deletion-type':'Delete Marker Created','reason':'DeleteObject'"));

        assertThat(calls).hasSize(5);
        S3Object seen = (S3Object) calls.get(0);
        assertThat(seen.key()).isEqualTo("a b/ä+.csv");
        assertThat(seen.bucket() + seen.size() + seen.eTag() + seen.versionId() + seen.sequencer())
                .isEqualTo("incoming5ev0A");
        assertThat(seen.eventTime()).hasToString("2026-01-01T00:00:00Z");
        assertThat(calls.subList(0, 4))
                .extracting(object -> ((S3Object) object).eventName())
                .containsExactly(
                        "ObjectCreated:Put",
                        "ObjectCreated:CompleteMultipartUpload",
                        "ObjectCreated:Copy",
                        "ObjectCreated:Post");
        assertThat(calls.get(4)).isEqualTo("removed");
    }

    @Test
    void everyTypeOfObjectEventHasItsName() throws IOException {
        List<String> names = new ArrayList<>();
        Served all = Served.with()
                .s3EventBridge(
                        "incoming",
                        "*",
                        in -> names.add(in.payload(S3Object.class).eventName()))
                .build();

        for (String type : List.of(
                "Object Restore Initiated",
                "Object Restore Completed",
                "Object Restore Expired",
                "Object Storage Class Changed",
                "Object Access Tier Changed",
                "Object ACL Updated",
                "Object Tags Added",
                "Object Tags Deleted")) {
            all.answer(object(type, ""));
        }
        all.answer(object("Object Deleted", ",'deletion-type':'Permanently Deleted','reason':'Lifecycle Expiration'"));

        assertThat(names)
                .containsExactly(
                        "ObjectRestore:Post",
                        "ObjectRestore:Completed",
                        "ObjectRestore:Delete",
                        "LifecycleTransition",
                        "IntelligentTiering",
                        "ObjectAcl:Put",
                        "ObjectTagging:Put",
                        "ObjectTagging:Delete",
                        "LifecycleExpiration:Delete");
        assertThatThrownBy(() -> all.answer(object("Object Dreamt Of", "")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("aws.s3 Object Dreamt Of");
    }

    @Test
    void aTickIsGivenItsInputOrItsDetail() throws IOException {
        Served ticks = Served.with()
                .schedule("a1", "{'order':'o-9','parcels':1}", in -> calls.add(in.payload(Shipped.class)))
                .schedule(
                        "b2",
                        "",
                        in -> calls.add(in.payload(Object.class) + " "
                                + in.payload(String.class).length()))
                .build();
        String second = Events.schedule("shop-dev-b2");

        ticks.answer(Events.schedule("shop-dev-a1"));
        ticks.answer(second);

        assertThat(calls).containsExactly(new Shipped("o-9", 1), "{} " + second.length());
    }
}
