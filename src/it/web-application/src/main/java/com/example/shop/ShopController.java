package com.example.shop;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class ShopController {
    private final Shelf shelf;

    ShopController(Shelf shelf) {
        this.shelf = shelf;
    }

    record Order(@NotBlank String item, @Min(1) int quantity) {}

    @GetMapping("/orders/{id}")
    Map<String, Object> order(@PathVariable String id, @RequestParam(defaultValue = "10") int limit) {
        return Map.of("id", id + "/" + limit);
    }

    @PostMapping("/orders")
    ResponseEntity<Order> create(@Valid @RequestBody Order order) {
        return ResponseEntity.created(URI.create("/orders/" + order.item())).body(order);
    }

    @GetMapping("/visits")
    String visits(HttpSession session) {
        Integer before = (Integer) session.getAttribute("visits");
        int visits = before == null ? 1 : before + 1;
        session.setAttribute("visits", visits);
        return "visit " + visits;
    }

    @GetMapping("/shelf")
    String shelf() {
        return "the application counts " + shelf.pieces();
    }

    @GetMapping("/keeper")
    String keeper() {
        return "the application keeps it";
    }

    @PostMapping("/upload")
    String upload(@RequestParam MultipartFile file) throws IOException {
        int sum = 0;
        for (byte each : file.getBytes()) {
            sum += each & 0xff;
        }
        return file.getOriginalFilename() + " " + file.getSize() + " " + sum;
    }

    @GetMapping("/fails")
    String fails() {
        throw new IllegalStateException("it does not work");
    }
}
