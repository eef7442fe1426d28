package com.example.orders;

/** What a customer sends to place an order. */
public record NewOrder(String customer, String item, int quantity) {}
